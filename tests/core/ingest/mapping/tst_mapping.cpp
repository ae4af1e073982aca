// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/isotime.h"
#include "core/ingest/formatcatalogue.h"
#include "core/ingest/mapping/columnguess.h"
#include "core/ingest/mapping/draftpreview.h"
#include "core/ingest/mapping/draftsaving.h"
#include "core/ingest/mapping/mappingwords.h"
#include "core/jobs/jobcontext.h"
#include "support/testfolder.h"

#include <QJsonDocument>
#include <QTest>

#include <algorithm>

using namespace clicksieve;
using namespace clicksieve::tests;
using namespace Qt::StringLiterals;

namespace {

class TestMapping : public QObject {
    Q_OBJECT

private slots:
    void columnsAndWordsAreProposed_data();
    void columnsAndWordsAreProposed();
    void contentCountsWhereNamesSayNothing();
    void theSendersColumnsAreNoRecipients();
    void reasonsSayWhatWasSeen();
    void aDayLooksForItsTimeOfDay();
    void dayOrMonthFirstIsToldByTheLongerFile();
    void daysThatReadBothWaysAreSaidToBeAmbiguous();
    void everyRowIsToldByNames_data();
    void everyRowIsToldByNames();
    void datesWithNamesOfMonthsAreTimes();
    void deniedWordsAreNotGuessed();
    void keysOfRecipientsAreNoAddresses();
    void jsonRecordsAreFoundUnderAnUnknownKey();
    void jsonListsOfEventsAreTakenApart();
    void whatIsLackingIsSaid();
    void theMachineMarkNeedsYesOrNo();
    void aPreviewShowsRowsThatDoNotRead();
    void aSavedFormatIsRecognisedNextTime_data();
    void aSavedFormatIsRecognisedNextTime();
    void aSavedFormatKnowsTheOtherWordsOfItsLanguage();
    void aSavedFormatHasNoPersonalData();
    void aSavedFormatWinsOverTheOneBefore();
    void noFormatIsOverwritten();
    void savingFailsWithASentence();

private:
    RecordSample sampleOf(const QString &name, const QByteArray &bytes)
    {
        const Member member{m_folder.write(name, bytes), {}, {}};
        const auto texts = textsOf(member, m_context);
        if (!texts)
            qFatal("%s", qPrintable(texts.error().message));
        auto sample = RecordSample::of(member, texts.value().front(), *FormatCatalogue::shipped());
        if (!sample)
            qFatal("%s", qPrintable(sample.error().message));
        return sample.value();
    }

    /// One line a row: kind, time, recipient; or the complaint.
    QStringList preview(const FormatDraft &draft, const RecordSample &sample)
    {
        const auto rows = previewOf(draft, sample, FormatCatalogue::shipped(), 50, m_context);
        if (!rows)
            return {rows.error().message};
        return shown(rows.value());
    }

    static QStringList shown(const std::vector<PreviewRow> &rows)
    {
        QStringList lines;
        for (const PreviewRow &row : rows) {
            const std::string_view word = wordFor(row.type);
            lines << (row.complaint.isEmpty()
                          ? QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size())) + u' '
                                + QString::fromStdString(isoTime(row.time)) + u' ' + row.recipient
                          : row.complaint);
        }
        return lines;
    }

    static QString columnOf(const FormatDraft &draft, Field field)
    {
        return draft.has(field) ? QString::fromStdString(draft.columns.at(field)) : QString();
    }

    TestFolder m_folder;
    JobContext m_context{1};
};

void TestMapping::columnsAndWordsAreProposed_data()
{
    QTest::addColumn<QByteArray>("header"); // time, event, recipient, campaign, link
    QTest::addColumn<QByteArray>("words");  // open, click, sent, delivered, bounce, unsubscribe, complaint
    QTest::newRow("English") << "When;What happened;Subscriber email;Newsletter;Clicked link"_ba
                             << "Opened;Clicked;Sent;Delivered;Bounced;Unsubscribed;Marked as spam"_ba;
    QTest::newRow("German") << "Ereigniszeitpunkt;Aktionstyp;Empfängeradresse;Aussendung;Angeklickter Link"_ba
                            << "Geöffnet;Geklickt;Versendet;Zugestellt;Rückläufer;Abgemeldet;Beschwerde"_ba;
    QTest::newRow("French") << "Date et heure;Type d’événement;Adresse e-mail;Campagne;Lien cliqué"_ba
                            << "Ouverture;Clic;Envoyé;Délivré;Rebond;Désinscription;Plainte"_ba;
    QTest::newRow("Spanish") << "Fecha y hora;Acción;Correo electrónico;Nombre de la campaña;Enlace"_ba
                             << "Apertura;Clic;Enviado;Entregado;Rebote;Baja;Marcado como spam"_ba;
    QTest::newRow("Italian") << "Data evento;Tipo di evento;Indirizzo email;Campagna;Link cliccato"_ba
                             << "Aperto;Cliccato;Inviato;Consegnato;Rimbalzo;Disiscritto;Reclamo"_ba;
    QTest::newRow("Portuguese")
        << "Data e hora;Ação;Endereço de e-mail;Campanha;Link clicado"_ba
        << "Abertura;Clique;Enviado;Entregue;Devolvido;Descadastro;Denúncia de spam"_ba;
    QTest::newRow("Dutch") << "Tijdstip;Gebeurtenis;E-mailadres;Nieuwsbrief;Aangeklikte link"_ba
                           << "Geopend;Geklikt;Verzonden;Afgeleverd;Niet bezorgd;Afgemeld;Klacht"_ba;
    QTest::newRow("Danish") << "Tidspunkt;Hændelse;Modtager;Nyhedsbrev;Klikket link"_ba
                            << "Åbnet;Klikket;Afsendt;Leveret;Afvist;Afmeldt;Spamklage"_ba;
    QTest::newRow("Swedish") << "Tidpunkt;Händelse;E-postadress;Utskick;Länk"_ba
                             << "Öppnad;Klickad;Skickad;Levererad;Studs;Avregistrerad;Spamanmälan"_ba;
    QTest::newRow("Norwegian") << "Tidspunkt;Hendelse;E-postadresse;Nyhetsbrev;Lenke"_ba
                               << "Åpnet;Klikket;Utsendt;Levert;Avvist;Avmeldt;Meldt som spam"_ba;
    QTest::newRow("Polish") << "Data zdarzenia;Typ zdarzenia;Adres e-mail;Kampania;Kliknięty link"_ba
                            << "Otwarto;Kliknięto;Wysłano;Dostarczono;Zwrot;Wypisano;Zgłoszono spam"_ba;
    QTest::newRow("Finnish")
        << "Ajankohta;Tapahtuma;Sähköpostiosoite;Uutiskirje;Klikattu linkki"_ba
        << "Avattu;Klikattu;Lähetetty;Toimitettu;Palautunut;Peruttu;Merkitty roskapostiksi"_ba;
    QTest::newRow("shouted") << "TIMESTAMP;EVENT_TYPE;EMAIL_ADDRESS;CAMPAIGN_ID;URL"_ba
                             << "EMAIL_OPEN;LINK_CLICK;EMAIL_SENT;DELIVERED;HARD_BOUNCE;UNSUB;SPAM"_ba;
}

void TestMapping::columnsAndWordsAreProposed()
{
    QFETCH(const QByteArray, header);
    QFETCH(const QByteArray, words);
    static constexpr std::array kTypes = {EventType::Open,      EventType::Click,  EventType::Sent,
                                          EventType::Delivered, EventType::Bounce, EventType::Unsubscribe,
                                          EventType::Complaint};
    QByteArray text = "Nr;" + header + '\n';
    int number = 0;
    for (const QByteArray &word : words.split(';')) {
        const bool isClick = number == 1;
        ++number;
        text += QByteArray::number(number) + ";31.03.2026 09:00:0" + QByteArray::number(number) + ';' + word
                + ";anna" + QByteArray::number(number) + "@nordbank.example;Frühling;"
                + (isClick ? "https://shop.example/a" : "") + '\n';
    }
    const RecordSample sample = sampleOf(u"log.csv"_s, text);
    const MappingGuess guess = guessMapping(sample);
    const QList<QByteArray> titles = header.split(';');
    const auto nameOf = [&](int column) {
        return QString::fromStdString(folded(titles[column].toStdString()));
    };
    QCOMPARE(columnOf(guess.draft, Field::Time), nameOf(0));
    QCOMPARE(columnOf(guess.draft, Field::Event), nameOf(1));
    QCOMPARE(columnOf(guess.draft, Field::Recipient), nameOf(2));
    QCOMPARE(columnOf(guess.draft, Field::Campaign), nameOf(3));
    QCOMPARE(columnOf(guess.draft, Field::Url), nameOf(4));
    QCOMPARE(guess.draft.timePattern, u"dd.MM.yyyy HH:mm:ss"_s);
    for (qsizetype word = 0; word < static_cast<qsizetype>(kTypes.size()); ++word) {
        const auto known = guess.draft.events.find(folded(words.split(';')[word].toStdString()));
        QVERIFY2(known != guess.draft.events.end(), words.split(';')[word].constData());
        QVERIFY2(known->second == kTypes[static_cast<std::size_t>(word)], words.split(';')[word].constData());
    }
    QCOMPARE(lackingIn(guess.draft, sample), QStringList{u"Give the export a name."_s});
    const QStringList lines = preview(guess.draft, sample);
    QCOMPARE(lines.size(), 7);
    QCOMPARE(lines[1], u"click 2026-03-31T09:00:02.000Z anna2@nordbank.example"_s);
}

void TestMapping::contentCountsWhereNamesSayNothing()
{
    const RecordSample sample = sampleOf(
        u"dump.csv"_s,
        "a\tb\tc\td\te\tf\n"
        "198.51.100.7\tMozilla/5.0 (X11)\t1773133233\tanna@nordbank.example\topened\thttps://a.example/1\n"
        "2001:db8::7\tMozilla/5.0 (X11)\t1773133240\tbert@nordbank.example\tclicked\thttps://a.example/2\n");
    const MappingGuess guess = guessMapping(sample);
    QCOMPARE(sample.delimiter, '\t');
    QCOMPARE(columnOf(guess.draft, Field::Address), u"a"_s);
    QCOMPARE(columnOf(guess.draft, Field::Agent), u"b"_s);
    QCOMPARE(columnOf(guess.draft, Field::Recipient), u"d"_s);
    QCOMPARE(columnOf(guess.draft, Field::Event), u"e"_s);
    QCOMPARE(columnOf(guess.draft, Field::Url), u"f"_s);
    QVERIFY(!guess.draft.has(Field::Time)); // a number may be anything
    FormatDraft draft = guess.draft;
    draft.columns[Field::Time] = "c";
    completeDraft(draft, sample);
    QCOMPARE(draft.timePattern, u"epoch-s"_s);
    QCOMPARE(preview(draft, sample).last(), u"click 2026-03-10T09:00:40.000Z bert@nordbank.example"_s);
}

void TestMapping::theSendersColumnsAreNoRecipients()
{
    const RecordSample sample =
        sampleOf(u"log.csv"_s, "Date,From email,Contact,Action,Outbound IP,Visitor address\n"
                               "2026-03-10 09:00:31,shop@shop.example,anna@nordbank.example,open,192.0.2.1,"
                               "198.51.100.7\n");
    const MappingGuess guess = guessMapping(sample);
    QCOMPARE(columnOf(guess.draft, Field::Recipient), u"contact"_s);
    QCOMPARE(columnOf(guess.draft, Field::Address), u"visitor address"_s);
}

void TestMapping::reasonsSayWhatWasSeen()
{
    QByteArray text = "Zeit;Empfänger;Aktion\n";
    for (int row = 0; row < 100; ++row)
        text += "2026-03-10 09:00:31;" + QByteArray(row < 97 ? "a@b.example" : "unbekannt") + ";Klick\n";
    const MappingGuess guess = guessMapping(sampleOf(u"log.csv"_s, text));
    QCOMPARE(guess.proposals.at(Field::Recipient).reason,
             u"97 of the first 100 filled cells are e-mail addresses. Such columns often have this name."_s);
    QVERIFY(guess.proposals.at(Field::Recipient).sureness > 90);
}

void TestMapping::aDayLooksForItsTimeOfDay()
{
    const RecordSample sample =
        sampleOf(u"log.csv"_s, "Datum;Uhrzeit;Vorgang;Adresse\n"
                               "31.03.2026 00:00:00;09:00:31;Öffnung;anna@nordbank.example\n"
                               "31.03.2026 00:00:00;09:00:40;Klick;bert@nordbank.example\n");
    const MappingGuess guess = guessMapping(sample);
    QCOMPARE(columnOf(guess.draft, Field::Time), u"datum"_s);
    QCOMPARE(columnOf(guess.draft, Field::TimeOfDay), u"uhrzeit"_s);
    QCOMPARE(guess.draft.timePattern, u"dd.MM.yyyy HH:mm:ss"_s);
    QCOMPARE(preview(guess.draft, sample),
             (QStringList{u"open 2026-03-31T09:00:31.000Z anna@nordbank.example"_s,
                          u"click 2026-03-31T09:00:40.000Z bert@nordbank.example"_s}));
}

void TestMapping::dayOrMonthFirstIsToldByTheLongerFile()
{
    const RecordSample sample = sampleOf(u"log.csv"_s, "When,Action,Contact\n"
                                                       "03/04/2026 09:00,open,anna@nordbank.example\n"
                                                       "03/14/2026 09:00,open,anna@nordbank.example\n");
    QCOMPARE(guessMapping(sample).draft.timePattern, u"MM/dd/yyyy HH:mm"_s);
    QVERIFY(!waysOf(guessMapping(sample).draft, sample).areAmbiguous());
}

void TestMapping::daysThatReadBothWaysAreSaidToBeAmbiguous()
{
    const RecordSample sample = sampleOf(u"log.csv"_s, "When,Action,Contact\n"
                                                       "03/04/2026 09:00,open,anna@nordbank.example\n"
                                                       "04/04/2026 09:00,open,anna@nordbank.example\n");
    const MappingGuess guess = guessMapping(sample);
    const TimeWays ways = waysOf(guess.draft, sample);
    QCOMPARE(ways.patterns, (std::vector<QString>{u"dd/MM/yyyy HH:mm"_s, u"MM/dd/yyyy HH:mm"_s}));
    FormatDraft other = guess.draft;
    other.timePattern = u"MM/dd/yyyy HH:mm"_s;
    completeDraft(other, sample);
    QCOMPARE(other.timePattern, u"MM/dd/yyyy HH:mm"_s); // what the user chose stays
}

void TestMapping::everyRowIsToldByNames_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("end");
    QTest::addColumn<QString>("word");
    QTest::newRow("file") << u"Öffnungen März.csv"_s << "Zeit,Adresse"_ba
                          << ""_ba << u"open"_s;
    QTest::newRow("time column") << u"liste.csv"_s << "Geklickt am,Adresse"_ba
                                 << ""_ba << u"click"_s;
    QTest::newRow("send time") << u"list.csv"_s << "Sent at,Contact"_ba
                               << ""_ba << u"sent"_s;
    QTest::newRow("links") << u"list.csv"_s << "Time,Contact,Link"_ba
                           << ",https://a.example/"_ba << u"click"_s;
    QTest::newRow("nothing") << u"list.csv"_s << "Time,Contact"_ba
                             << ""_ba << QString();
}

void TestMapping::everyRowIsToldByNames()
{
    QFETCH(const QString, file);
    QFETCH(const QByteArray, header);
    QFETCH(const QByteArray, end);
    QFETCH(const QString, word);
    const RecordSample sample =
        sampleOf(file, header + "\n2026-03-10 09:00:31,anna@nordbank.example" + end + '\n');
    const MappingGuess guess = guessMapping(sample);
    QVERIFY(!guess.draft.has(Field::Event));
    QCOMPARE(guess.draft.everyRow.has_value(), !word.isEmpty());
    if (word.isEmpty()) {
        QVERIFY(lackingIn(guess.draft, sample).front().contains(u"what happened"_s));
        return;
    }
    QVERIFY(!guess.everyRowReason.isEmpty());
    QCOMPARE(preview(guess.draft, sample),
             QStringList{word + u" 2026-03-10T09:00:31.000Z anna@nordbank.example"_s});
}

void TestMapping::datesWithNamesOfMonthsAreTimes()
{
    const RecordSample sample =
        sampleOf(u"log.csv"_s, "Zeit;Aktion;Adresse\n"
                               "10. März 2026 09:00:31;Klick;anna@nordbank.example\n");
    QCOMPARE(preview(guessMapping(sample).draft, sample),
             QStringList{u"click 2026-03-10T09:00:31.000Z anna@nordbank.example"_s});
}

void TestMapping::deniedWordsAreNotGuessed()
{
    const MappingWords &words = MappingWords::shipped();
    QCOMPARE(words.eventFor(u"Nicht geöffnet"_s), std::nullopt);
    QCOMPARE(words.eventFor(u"not clicked"_s), std::nullopt);
    QCOMPARE(words.eventFor(u"Nicht zugestellt"_s), EventType::Bounce);
    QCOMPARE(words.eventFor(u"Clicked unsubscribe"_s), EventType::Unsubscribe);
    QCOMPARE(words.eventFor(u"emailLinkClicked"_s), EventType::Click);
    QCOMPARE(words.eventFor(u"holiday"_s), std::nullopt);
}

void TestMapping::keysOfRecipientsAreNoAddresses()
{
    const RecordSample sample =
        sampleOf(u"log.csv"_s, "Time,Action,Subscriber\n2026-03-10 09:00:31,open,K-17\n");
    const MappingGuess guess = guessMapping(sample);
    QCOMPARE(columnOf(guess.draft, Field::Recipient), u"subscriber"_s);
    const QJsonObject format = formatJson(guess.draft, sample, u"own-x"_s, nullptr);
    QVERIFY(format[u"columns"_s].toObject().contains(u"recipientKey"_s));
    QVERIFY(!format[u"columns"_s].toObject().contains(u"recipient"_s));
    QCOMPARE(preview(guess.draft, sample), QStringList{u"open 2026-03-10T09:00:31.000Z K-17"_s});
}

void TestMapping::jsonRecordsAreFoundUnderAnUnknownKey()
{
    const RecordSample sample = sampleOf(u"answer.json"_s,
                                         R"({"page": 1, "reactions": [
            {"happened": {"at": "2026-03-10T09:00:31Z", "what": "Åbnet"}, "reader": {"mail": "anna@nordbank.example"}},
            {"happened": {"at": "2026-03-10T09:00:40Z", "what": "Klikket"}, "reader": {"mail": "bert@nordbank.example"},
             "target": {"href": "https://shop.example/a"}}]})");
    QCOMPARE(sample.recordKeys, std::vector<std::string>{"reactions"});
    QCOMPARE(sample.rows.size(), std::size_t{2});
    MappingGuess guess = guessMapping(sample);
    QCOMPARE(columnOf(guess.draft, Field::Time), u"happened.at"_s);
    QCOMPARE(columnOf(guess.draft, Field::Event), u"happened.what"_s);
    QCOMPARE(columnOf(guess.draft, Field::Recipient), u"reader.mail"_s);
    QCOMPARE(columnOf(guess.draft, Field::Url), u"target.href"_s);
    QCOMPARE(preview(guess.draft, sample),
             (QStringList{u"open 2026-03-10T09:00:31.000Z anna@nordbank.example"_s,
                          u"click 2026-03-10T09:00:40.000Z bert@nordbank.example"_s}));
}

void TestMapping::jsonListsOfEventsAreTakenApart()
{
    const RecordSample sample = sampleOf(
        u"people.jsonl"_s,
        R"({"person": "anna@nordbank.example", "steps": [{"kind": "open", "when": "2026-03-10T09:00:31Z"},
            {"kind": "click", "when": "2026-03-10T09:00:40Z"}]})"
        "\n"
        R"({"person": "bert@nordbank.example", "steps": [{"kind": "open", "when": "2026-03-10T10:00:00Z"}]})"
        "\n");
    QCOMPARE(sample.each, std::string("steps"));
    QCOMPARE(sample.rows.size(), std::size_t{3});
    const MappingGuess guess = guessMapping(sample);
    QCOMPARE(preview(guess.draft, sample),
             (QStringList{u"open 2026-03-10T09:00:31.000Z anna@nordbank.example"_s,
                          u"click 2026-03-10T09:00:40.000Z anna@nordbank.example"_s,
                          u"open 2026-03-10T10:00:00.000Z bert@nordbank.example"_s}));
}

void TestMapping::whatIsLackingIsSaid()
{
    const RecordSample sample =
        sampleOf(u"log.csv"_s, "x,Aktion,y\n10 Schnee 2026,Öffnung,anna@nordbank.example\n"
                               "11 Schnee 2026,Schlummer,anna@nordbank.example\n");
    FormatDraft draft = guessMapping(sample).draft;
    QCOMPARE(lackingIn(draft, sample),
             (QStringList{u"Choose the column that says when it happened."_s,
                          u"Say what the word \"Schlummer\" means."_s, u"Give the export a name."_s}));
    draft.columns[Field::Time] = "x";
    draft.events["schlummer"] = EventType::Other;
    draft.columns.erase(Field::Recipient);
    draft.title = u"Mine"_s;
    draft.timeZone = u"Mond"_s;
    completeDraft(draft, sample);
    QCOMPARE(
        lackingIn(draft, sample),
        (QStringList{u"\"10 Schnee 2026\" in \"x\" is written in no way that can be read as a time."_s,
                     u"Choose the column that says whose message it was."_s,
                     u"There is no time zone \"Mond\". Write it like Europe/Berlin, UTC or UTC-06:00."_s}));
    draft.columns.erase(Field::Event);
    QVERIFY(lackingIn(draft, sample)[1].contains(u"every row"_s));
}

void TestMapping::theMachineMarkNeedsYesOrNo()
{
    const RecordSample sample = sampleOf(u"log.csv"_s, "Time,Action,Email,Robot,Note\n"
                                                       "2026-03-10 09:00:31,open,a@b.example,ja,up\n"
                                                       "2026-03-10 09:00:32,open,a@b.example,nein,down\n");
    FormatDraft draft = guessMapping(sample).draft;
    QCOMPARE(columnOf(draft, Field::MachineFlag), u"robot"_s);
    const QJsonObject flag = formatJson(draft, sample, u"own-x"_s, nullptr)[u"machineFlag"_s].toObject();
    QVERIFY(flag[u"machine"_s].toArray().contains(u"ja"_s));
    QVERIFY(flag[u"human"_s].toArray().contains(u"nein"_s));
    draft.columns[Field::MachineFlag] = "note";
    QVERIFY(lackingIn(draft, sample).front().contains(u"\"Note\""_s));
}

void TestMapping::aPreviewShowsRowsThatDoNotRead()
{
    const QByteArray good = "2026-03-10 09:00:31,open,a@b.example\n";
    const RecordSample sample = sampleOf(u"log.csv"_s, "Time,Action,Email\ngestern,open,a@b.example\n"
                                                       "2026-03-10 09:00:31,dream,a@b.example\n"
                                                           + good.repeated(20));
    const QStringList lines = preview(guessMapping(sample).draft, sample);
    QCOMPARE(lines.size(), 22);
    QVERIFY2(lines[0].contains(u"gestern"_s), qPrintable(lines[0]));
    QVERIFY2(lines[1].contains(u"dream"_s), qPrintable(lines[1]));
    FormatDraft nothing;
    QCOMPARE(preview(nothing, sample), QStringList{u"Choose the column that says when it happened."_s});
}

void TestMapping::aSavedFormatIsRecognisedNextTime_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("table") << u"log.csv"_s
                           << "Ereigniszeitpunkt;Aktionstyp;Empfängeradresse;Aussendung;Nr \"x\"\n"
                              "31.03.2026 09:00:31;Geöffnet;Anna@Nordbank.example;Frühling;1\n"_ba;
    QTest::newRow("day and time") << u"log.csv"_s
                                  << "Dag,Kl,Modtager,Hændelse\n"
                                     "31.03.2026,9.00,anna@nordbank.example,Åbnet\n"_ba;
    QTest::newRow("only opens") << u"opens.csv"_s
                                << "Instant,Reader mail\n2026-03-31 09:00:31,anna@nordbank.example\n"_ba;
    QTest::newRow("JSON")
        << u"a.json"_s
        << "{\"reactions\": [{\"n\": 1, \"at\": \"2026-03-31T09:00:31Z\", \"what\": \"open\", "
           "\"reader\": {\"mail\": \"anna@nordbank.example\"}}, {\"n\": 2, \"at\": "
           "\"2026-03-31T09:00:32Z\", \"what\": \"open\", \"reader\": {\"mail\": "
           "\"bert@nordbank.example\"}}]}"_ba;
    QTest::newRow("JSON lists") << u"a.jsonl"_s
                                << "{\"person\": \"anna@nordbank.example\", \"steps\": [{\"kind\": \"open\", "
                                   "\"when\": \"2026-03-31T09:00:31Z\"}, {\"kind\": \"click\", \"when\": "
                                   "\"2026-03-31T09:00:40Z\"}]}\n"_ba;
}

void TestMapping::aSavedFormatIsRecognisedNextTime()
{
    QFETCH(const QString, file);
    QFETCH(const QByteArray, bytes);
    const QString folder = m_folder.path(u"formats "_s + QString::fromLatin1(QTest::currentDataTag()));
    const RecordSample sample = sampleOf(file, bytes);
    FormatDraft draft = guessMapping(sample).draft;
    draft.title = u"Bericht für Öffnungen"_s;
    QCOMPARE(lackingIn(draft, sample).join(u'/'), QString());
    const auto id = saveDraft(draft, sample, FormatCatalogue::shipped(), folder, m_context);
    QVERIFY2(id.ok(), id.ok() ? "" : qPrintable(id.error().message));
    QCOMPARE(id.value(), u"own-bericht-fur-offnungen"_s);

    const auto formats = FormatCatalogue::withFolder(folder);
    QVERIFY(formats->complaints().empty());
    SourceOptions options;
    options.formats = formats;
    const auto source = Source::open(sample.member, options, m_context);
    QVERIFY2(source.ok(), source.ok() ? "" : qPrintable(source.error().message));
    QCOMPARE(source.value().format->id, id.value());
    QCOMPARE(source.value().format->title, draft.title);
    QCOMPARE(shown(previewOf(source.value(), 50)), preview(draft, sample));

    // Its own sample gives the event that it says.
    const QJsonObject own = source.value().format->samples.first().toObject();
    const QString path = m_folder.write(own[u"file"_s].toString(), own[u"text"_s].toString().toUtf8());
    const auto again = Source::open({path, {}, {}}, options, m_context);
    QVERIFY2(again.ok(), again.ok() ? "" : qPrintable(again.error().message));
    QCOMPARE(again.value().format->id, id.value());
    const auto rows = previewOf(again.value(), 2);
    QCOMPARE(rows.size(), std::size_t{1});
    QCOMPARE(rows.front().complaint, QString());
    const QJsonObject event = own[u"events"_s].toArray().first().toObject();
    QCOMPARE(event[u"recipient"_s].toString(), rows.front().recipient);
    QCOMPARE(event[u"time"_s].toString(), QString::fromStdString(isoTime(rows.front().time)));
}

void TestMapping::aSavedFormatKnowsTheOtherWordsOfItsLanguage()
{
    const RecordSample sample =
        sampleOf(u"log.csv"_s, "Tid,Hændelse,Modtager\n2026-03-10 09:00:31,Åbnet,anna@nordbank.example\n");
    FormatDraft draft = guessMapping(sample).draft;
    draft.events[folded("Åbnet")] = EventType::Click; // odd, but the user's word
    const QJsonObject events = formatJson(draft, sample, u"own-x"_s, nullptr)[u"events"_s].toObject();
    QCOMPARE(events[QString::fromStdString(folded("Åbnet"))].toString(), u"click"_s);
    QCOMPARE(events[QString::fromStdString(folded("Afmeldt"))].toString(), u"unsubscribe"_s);
    QVERIFY(!events.contains(u"kliknięto"_s)); // Polish
}

void TestMapping::aSavedFormatHasNoPersonalData()
{
    const RecordSample sample =
        sampleOf(u"geheim.csv"_s, "Time,Action,Email,Name,Campaign,Link,IP,Agent\n"
                                  "2026-03-10 09:00:31,click,anna@nordbank.example,Anna Nord,Geheimsache,"
                                  "https://shop.example/a?user=anna,198.51.100.7,Mozilla/5.0 (AnnaPhone)\n");
    FormatDraft draft = guessMapping(sample).draft;
    draft.title = u"Mine"_s;
    const QString folder = m_folder.path(u"private"_s);
    const auto id = saveDraft(draft, sample, FormatCatalogue::shipped(), folder, m_context);
    QVERIFY(id.ok());
    const QByteArray saved = readAll(folder + u'/' + id.value() + u".json"_s);
    QVERIFY(saved.contains("anna@example.org"));
    for (const char *secret :
         {"nordbank", "Anna Nord", "Geheimsache", "user=anna", "198.51", "AnnaPhone", "geheim"})
        QVERIFY2(!saved.contains(secret), secret);
}

void TestMapping::aSavedFormatWinsOverTheOneBefore()
{
    const RecordSample sample =
        sampleOf(u"events.csv"_s,
                 "time,event,email,source time\n2026-03-10 09:00:31,open,a@b.example,2026-03-10 08:00:00\n");
    FormatDraft draft = guessMapping(sample).draft;
    draft.title = u"Mine"_s;
    draft.columns[Field::Time] = "source time";
    const QString folder = m_folder.path(u"rival"_s);
    const auto first = saveDraft(draft, sample, FormatCatalogue::shipped(), folder, m_context);
    QVERIFY(first.ok());
    draft.columns[Field::Time] = "time";
    const auto second = saveDraft(draft, sample, FormatCatalogue::withFolder(folder), folder, m_context);
    QVERIFY(second.ok());
    QCOMPARE(second.value(), u"own-mine-2"_s);
    SourceOptions options;
    options.formats = FormatCatalogue::withFolder(folder);
    const auto source = Source::open(sample.member, options, m_context);
    QVERIFY(source.ok());
    QCOMPARE(source.value().format->id, second.value());
}

void TestMapping::noFormatIsOverwritten()
{
    const RecordSample sample =
        sampleOf(u"log.csv"_s, "Tid,Hændelse,Modtager\n2026-03-10 09:00:31,Åbnet,anna@nordbank.example\n");
    FormatDraft draft = guessMapping(sample).draft;
    draft.title = u"Mine"_s;
    m_folder.write(u"kept/own-mine.json"_s, "mine");
    const QString folder = m_folder.path(u"kept"_s);
    const auto id = saveDraft(draft, sample, FormatCatalogue::shipped(), folder, m_context);
    QVERIFY(id.ok());
    QCOMPARE(id.value(), u"own-mine-2"_s);
    QCOMPARE(readAll(folder + u"/own-mine.json"_s), "mine"_ba);
}

void TestMapping::savingFailsWithASentence()
{
    const RecordSample sample =
        sampleOf(u"log.csv"_s, "Tid,Hændelse,Modtager\n2026-03-10 09:00:31,Åbnet,anna@nordbank.example\n");
    FormatDraft draft = guessMapping(sample).draft;
    const auto nameless =
        saveDraft(draft, sample, FormatCatalogue::shipped(), m_folder.path(u"x"_s), m_context);
    QVERIFY(!nameless.ok());
    QCOMPARE(nameless.error().message, u"Give the export a name."_s);
    draft.title = u"Mine"_s;
    const QString noFolder = m_folder.write(u"file"_s, "x") + u"/formats"_s;
    const auto saved = saveDraft(draft, sample, FormatCatalogue::shipped(), noFolder, m_context);
    QVERIFY(!saved.ok());
    QCOMPARE(saved.error().kind, Error::Kind::Unwritable);
    QVERIFY2(saved.error().message.contains(u"own-mine.json"_s), qPrintable(saved.error().message));
}

} // namespace

QTEST_GUILESS_MAIN(TestMapping)

#include "tst_mapping.moc"
