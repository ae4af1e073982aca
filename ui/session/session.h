// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis.h"
#include "core/gateways/mailservers.h"
#include "core/jobs/backgroundjob.h"
#include "core/metrics/filter.h"

#include <QObject>
#include <QUndoStack>

#include <memory>

namespace clicksieve {

/// The current analysis and the one filter that all pages follow. Lives on the UI thread; owns the import job.
/// Pages read the snapshot, change the filter here, and listen; they never reach into another page.
class Session : public QObject {
    Q_OBJECT

public:
    explicit Session(QObject *parent = nullptr);

    /// Imports and judges files in the background. The old analysis stays until the new one is there.
    void open(const AnalysisRequest &request);
    void cancelOpening();
    [[nodiscard]] bool isOpening() const { return m_job.isRunning(); }
    [[nodiscard]] const AnalysisRequest &request() const { return m_request; }

    /// Takes a finished snapshot: the end of open(), and the way in for one that was made elsewhere (tests).
    void setAnalysis(const Analysis &analysis, const AnalysisRequest &request = {});
    /// The snapshot on screen; both pointers null before the first one.
    [[nodiscard]] const Analysis &analysis() const { return m_analysis; }
    [[nodiscard]] bool hasAnalysis() const { return m_analysis.table != nullptr; }

    [[nodiscard]] const Filter &filter() const { return m_filter; }
    /// Changes the filter as one step of history(). @p what names the step in the Undo entry.
    void setFilter(const Filter &filter, const QString &what);
    /// The user's own verdicts on this analysis, which go with it.
    [[nodiscard]] const OverrideList &overrides() const { return m_overrides; }
    /// Changes them as one step of history(); verdictsChanged() follows when they are worked in.
    void setOverrides(const OverrideList &overrides, const QString &what);
    /// Which servers take mail in for which domains, as far as the user said; never null. Stays when other files are opened.
    [[nodiscard]] const std::shared_ptr<const MailServers> &mailServers() const { return m_mailServers; }
    void setMailServers(std::shared_ptr<const MailServers> servers);
    /// Takes what was kept in the file, and keeps there what comes. Not for pictures and tests.
    void keepMailServersIn(const QString &path);
    /// What the user knows of addresses, programs and links. Stays when other files are opened; a workspace has its own.
    [[nodiscard]] const UserLists &lists() const;
    /// Judges anew in the background and then changes them as one step of history(); listsChanged() and verdictsChanged()
    /// follow.
    void setLists(const UserLists &lists, const QString &what);
    /// Takes the lists of the folder, and keeps there what comes. Not for pictures and tests.
    void keepListsIn(const QString &folder);
    /// Names of networks for display; null takes them away. Stay when other files are opened.
    void setNetworks(std::shared_ptr<const NetworkNames> networks);
    [[nodiscard]] const std::shared_ptr<const NetworkNames> &networks() const { return m_networks; }
    /// Takes other verdicts on the same table, those of other rules, as one step of history(); overrides stay on top. What
    /// is opened from now on is judged by these rules too, until the program ends. @p judged: without overrides.
    void setJudged(std::shared_ptr<const Verdicts> judged, const QString &what);
    /// Steps back and forward through filters, overrides and rules; actions for it come from here.
    [[nodiscard]] QUndoStack &history() { return m_history; }

signals:
    void openingStarted(const QString &what);
    void openingProgressed(double share, quint64 rows, qint64 msLeft); ///< msLeft -1: cannot be told yet
    void openingFailed(const QString &message);                        ///< a plain sentence
    void openingStopped();                                             ///< the user stopped it
    void openingHasQuestions(); ///< of a request that asks first: nothing was opened, something must be said
    void analysisChanged();     ///< a new snapshot; the filter has been cleared
    void filterChanged();
    void mailServersChanged();
    void mailServersNotKept(const QString &message); ///< a plain sentence
    void listsChanged();
    void listsComplained(const QString &message); ///< they could not be read or kept; a plain sentence
    void verdictsChanged(); ///< of the same table, by overrides or other rules; the filter stays

private:
    friend class FilterStep;
    friend class ListStep;
    friend class OverrideStep;
    friend class RulesStep;
    void applyFilter(const Filter &filter);
    void applyLists(const UserLists &lists, const std::shared_ptr<const Verdicts> &judged);
    void applyOverrides(const OverrideList &overrides);
    void applyJudged(const std::shared_ptr<const Verdicts> &judged);
    void setVerdicts(std::shared_ptr<const Verdicts> verdicts);
    void accept(Result<Analysis> result, const AnalysisRequest &request);

    BackgroundJob m_job;
    BackgroundJob m_overriding;
    BackgroundJob m_keeping;
    BackgroundJob m_listing;
    QUndoStack m_history;
    AnalysisRequest m_request;
    Analysis m_analysis;
    Filter m_filter;
    OverrideList m_overrides;
    UserLists m_lists;
    QString m_listsKept; ///< folder; empty: not kept
    std::shared_ptr<const NetworkNames> m_networks;
    QString m_mailServersKept; ///< file; empty: not kept
    std::shared_ptr<const MailServers> m_mailServers = std::make_shared<MailServers>();
    std::shared_ptr<const Ruleset> m_rules; ///< that the user chose; null: as the request says
};

} // namespace clicksieve
