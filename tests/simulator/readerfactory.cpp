// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulator/readerfactory.h"

#include "simulator/agents.h"
#include "simulator/networks.h"

namespace clicksieve::simulator {

namespace {

constexpr std::uint64_t streamOfTheCarriers = 2;

/// Assumption: about a hundred recipients share each carrier address, so that strangers meet on one.
constexpr std::uint32_t recipientsPerCarrierAddress = 100;

} // namespace

ReaderFactory::ReaderFactory(const SimulationOptions &options) : m_options(options.people)
{
    Random random = Random::stream(options.seed, streamOfTheCarriers);
    m_carrierAddresses = Networks::drawMany(Networks::carriers(),
                                            8 + options.recipients / recipientsPerCarrierAddress, random);
}

Reader ReaderFactory::make(const Message &message, Random &random) const
{
    Reader reader;
    reader.click = clickSource(message, random);
    reader.clickManner = message.recipient->onPhone ? Manner::PersonPhone : Manner::PersonDesktop;
    setOpen(reader, message.recipient->client, random);
    setPixel(reader, message.recipient->client, random);
    setDetours(reader, message, random);
    return reader;
}

Source ReaderFactory::clickSource(const Message &message, Random &random) const
{
    if (message.recipient->client == MailClient::AppleMail && message.recipient->onPhone)
        return {Networks::draw(Networks::homes(), random), Agents::applePhone()};
    return message.recipient->onPhone ? phoneSource(random) : desktopSource(message.company, random);
}

Source ReaderFactory::phoneSource(Random &random) const
{
    const bool onTheMove = random.chance(550);
    return {onTheMove ? random.pick(m_carrierAddresses) : Networks::draw(Networks::homes(), random),
            Agents::phone(random)};
}

Source ReaderFactory::desktopSource(const Company *company, Random &random)
{
    if (company == nullptr)
        return {Networks::draw(Networks::homes(), random), Agents::desktop(random)};
    const bool atHome = random.chance(300);
    return {atHome ? Networks::draw(Networks::homes(), random) : random.pick(company->egress),
            random.pick(company->browsers)};
}

void ReaderFactory::setOpen(Reader &reader, MailClient client, Random &random)
{
    reader.open = reader.click;
    reader.openManner = reader.clickManner;
    if (client == MailClient::OfficeOutlook)
        reader.open.agent = Agents::outlook();
    if (client == MailClient::Gmail) {
        reader.open = {Networks::draw(Networks::googleImages(), random), Agents::gmailProxy()};
        reader.openManner = Manner::GmailProxy;
    } else if (client == MailClient::Yahoo) {
        reader.open = {Networks::draw(Networks::yahooImages(), random), Agents::yahooProxy()};
        reader.openManner = Manner::YahooProxy;
    } else if (client == MailClient::OutlookWeb) {
        // Fetched by Microsoft for a person, no distinctive agent: warmbly/warmbly pull request 412.
        reader.open.ip = Networks::draw(Networks::outlookWeb(), random);
        reader.openManner = Manner::OutlookWeb;
    }
}

void ReaderFactory::setPixel(Reader &reader, MailClient client, Random &random) const
{
    // Behind the privacy pre-fetch a person's own open never shows.
    if (client == MailClient::AppleMail) {
        reader.pixel = Reader::Pixel::Never;
        return;
    }
    // Clients that load them with the click are people: warmbly/warmbly
    // pull request 412.
    if (random.chance(m_options.imagesOff)) {
        reader.pixel = Reader::Pixel::Never;
        reader.clickManner = Manner::PersonImagesOff;
    } else if (client == MailClient::OfficeOutlook && random.chance(m_options.pixelOnClick)) {
        reader.pixel = Reader::Pixel::OnClick;
        reader.openManner = Manner::PersonPixelOnClick;
        reader.clickManner = Manner::PersonPixelOnClick;
    }
}

void ReaderFactory::setDetours(Reader &reader, const Message &message, Random &random)
{
    // Isolation puts people behind the vendor's network: warmbly/warmbly tracking/scanner-networks.txt.
    const bool vendor = message.company != nullptr && message.company->clickProtection;
    if (vendor && random.chance(100)) {
        reader.click.ip = Networks::draw(Networks::clickProtection(), random);
        reader.clickManner = Manner::PersonIsolated;
    }
    if (message.recipient->client == MailClient::AppleMail && random.chance(300)) {
        reader.click.ip = Networks::draw(Networks::privateRelay(), random);
        reader.clickManner = Manner::PersonRelay;
    }
}

} // namespace clicksieve::simulator
