// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/session.h"

#include "core/detect/actions.h"
#include "core/detect/detector.h"
#include "core/gateways/mailservercache.h"
#include "core/workspace/workspacefile.h"
#include "ui/session/filterstep.h"
#include "ui/session/liststep.h"
#include "ui/session/overridestep.h"
#include "ui/session/rulesstep.h"

#include <QFileInfo>

namespace clicksieve {

namespace {

constexpr int kStepsKept = 100;

QString nameOf(const QStringList &files)
{
    if (files.size() == 1)
        return QFileInfo(files.front()).fileName();
    return Session::tr("%1 files").arg(files.size());
}

} // namespace

Session::Session(QObject *parent) : QObject(parent)
{
    m_history.setUndoLimit(kStepsKept);
    connect(&m_job, &BackgroundJob::progressed, this, &Session::openingProgressed);
}

void Session::open(const AnalysisRequest &request)
{
    AnalysisRequest judged = request;
    judged.lists = m_lists;
    const bool hasItsRules = request.files.size() == 1 && WorkspaceFile::isOne(request.files.front());
    if (judged.rules == nullptr && !hasItsRules)
        judged.rules = m_rules;
    m_job.start<Analysis>([judged](JobContext &context) { return analyze(judged, context); },
                          [this, request](Result<Analysis> result) { accept(std::move(result), request); });
    emit openingStarted(nameOf(request.files));
}

void Session::cancelOpening()
{
    m_job.cancel();
}

void Session::setFilter(const Filter &filter, const QString &what)
{
    if (filter != m_filter)
        m_history.push(new FilterStep(*this, m_filter, filter, what)); // the push applies it
}

void Session::applyFilter(const Filter &filter)
{
    m_filter = filter;
    emit filterChanged();
}

void Session::setOverrides(const OverrideList &overrides, const QString &what)
{
    if (overrides != m_overrides)
        m_history.push(new OverrideStep(*this, m_overrides, overrides, what)); // the push applies it
}

void Session::applyOverrides(const OverrideList &overrides)
{
    m_overrides = overrides;
    m_overriding.start<std::shared_ptr<const Overrides>>(
        [table = m_analysis.table, overrides](JobContext &context) {
            return Overrides::make(*table, overrides, context);
        },
        [this](const Result<std::shared_ptr<const Overrides>> &made) {
            if (made.ok())
                setVerdicts(m_analysis.verdicts->with(m_overrides.empty() ? nullptr : made.value()));
        });
}

void Session::setJudged(std::shared_ptr<const Verdicts> judged, const QString &what)
{
    m_history.push(new RulesStep(*this, m_analysis.verdicts->with(nullptr), std::move(judged), what));
}

void Session::applyJudged(const std::shared_ptr<const Verdicts> &judged)
{
    m_rules = judged->content().ruleset;
    setVerdicts(judged->with(m_analysis.verdicts->overrides()));
}

void Session::setVerdicts(std::shared_ptr<const Verdicts> verdicts)
{
    m_analysis.verdicts = std::move(verdicts);
    emit verdictsChanged();
}

const UserLists &Session::lists() const
{
    const Actions *judged = hasAnalysis() ? m_analysis.verdicts->content().actions.get() : nullptr;
    return judged != nullptr ? judged->lists() : m_lists;
}

void Session::setLists(const UserLists &changed, const QString &what)
{
    if (changed == lists())
        return;
    using Judged = std::shared_ptr<const Verdicts>;
    m_listing.start<Judged>(
        [analysis = m_analysis, changed](JobContext &context) {
            return detect(*analysis.table, analysis.verdicts->content().ruleset, context, changed);
        },
        [this, changed, what, before = m_analysis](const Result<Judged> &judged) {
            if (!judged.ok())
                emit listsComplained(judged.error().message);
            else if (before.table != m_analysis.table)
                return; // other files came meanwhile
            else if (before.verdicts->content().ruleset != m_analysis.verdicts->content().ruleset)
                setLists(changed, what); // other rules came meanwhile
            else
                m_history.push(new ListStep(*this, {lists(), m_analysis.verdicts->with(nullptr)},
                                            {changed, judged.value()}, what));
        });
}

void Session::applyLists(const UserLists &changed, const std::shared_ptr<const Verdicts> &judged)
{
    setVerdicts(judged->with(m_analysis.verdicts->overrides()));
    const bool isWorkspace = m_analysis.workspace != nullptr; // has lists of its own, which go with it
    if (!isWorkspace)
        m_lists = changed;
    emit listsChanged();
    if (isWorkspace || m_listsKept.isEmpty())
        return;
    if (const auto problem = saveUserLists(m_lists, m_listsKept))
        emit listsComplained(problem->message);
}

void Session::keepListsIn(const QString &folder)
{
    UserListFile kept = userListsIn(folder);
    m_lists = std::move(kept.lists);
    if (kept.complaints.isEmpty())
        m_listsKept = folder; // else what could not be read would be lost
    else
        emit listsComplained(kept.complaints.join(u' '));
    emit listsChanged();
}

void Session::setNetworks(std::shared_ptr<const NetworkNames> networks)
{
    m_networks = std::move(networks);
    m_analysis.networks = m_networks;
    if (hasAnalysis())
        emit verdictsChanged(); // what is said of events is another
}

void Session::setMailServers(std::shared_ptr<const MailServers> servers)
{
    m_mailServers = std::move(servers);
    emit mailServersChanged();
    if (m_mailServersKept.isEmpty())
        return;
    m_keeping.start<bool>(
        [servers = m_mailServers, path = m_mailServersKept](JobContext &) -> Result<bool> {
            if (auto problem = MailServerCache(path).save(*servers))
                return *problem;
            return true;
        },
        [this](const Result<bool> &kept) {
            if (!kept)
                emit mailServersNotKept(kept.error().message);
        });
}

void Session::keepMailServersIn(const QString &path)
{
    auto kept = MailServerCache(path).load();
    if (!kept) {
        emit mailServersNotKept(kept.error().message);
        return;
    }
    m_mailServers = std::make_shared<const MailServers>(std::move(kept.value()));
    m_mailServersKept = path;
    emit mailServersChanged();
}

void Session::setAnalysis(const Analysis &analysis, const AnalysisRequest &request)
{
    m_request = request;
    m_analysis = analysis;
    m_analysis.networks = m_networks;
    m_filter =
        Filter{}; // its indexes belong to the old snapshot, and so do those of overrides and the steps back
    m_overriding.cancel();
    m_listing.cancel();
    m_overrides = analysis.verdicts->overrides() ? analysis.verdicts->overrides()->list() : OverrideList();
    m_history.clear();
    emit analysisChanged();
}

void Session::accept(Result<Analysis> result, const AnalysisRequest &request)
{
    if (result.ok()) {
        setAnalysis(result.value(), request);
    } else if (result.error().kind == Error::Kind::Cancelled) {
        emit openingStopped();
    } else if (result.error().kind == Error::Kind::Question) {
        emit openingHasQuestions();
    } else {
        emit openingFailed(result.error().message);
    }
}

} // namespace clicksieve
