// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/dictionary.h"
#include "core/events/index.h"

#include <QtTest>

#include <array>
#include <string>
#include <vector>

using namespace clicksieve;

/// Texts and their numbers, one by one and in batches, also while the dictionary grows.
class TestDictionary : public QObject {
    Q_OBJECT

private slots:
    void numbersInOrderOfAppearance();
    void tellsSimilarTextsApart();
    void keepsTextsWhileItGrows();
    void internsBatchesLikeSingleTexts();
    void meetsTheSameNewTextTwiceInABatch();
    void findsWithoutAdding();
    void staysTheSameWhenReserved();
    void keepsViewsWhenMoved();
};

namespace {

std::string textNumber(int number)
{
    return "person." + std::to_string(number) + "@mail" + std::to_string(number % 7) + ".example";
}

std::vector<std::uint32_t> internAll(Dictionary &dictionary, const std::vector<std::string> &texts)
{
    std::vector<Dictionary::Lookup> lookups;
    for (const std::string &text : texts)
        lookups.push_back(dictionary.prepare(text));
    std::vector<std::uint32_t> ids(texts.size());
    dictionary.intern(lookups, ids.data());
    return ids;
}

} // namespace

void TestDictionary::numbersInOrderOfAppearance()
{
    Dictionary dictionary;
    QCOMPARE(dictionary.size(), 0U);
    QCOMPARE(dictionary.intern("b"), 0U);
    QCOMPARE(dictionary.intern("a"), 1U);
    QCOMPARE(dictionary.intern("b"), 0U);
    QCOMPARE(dictionary.intern(""), 2U);
    QCOMPARE(dictionary.intern(""), 2U);
    QCOMPARE(dictionary.size(), 3U);
    QVERIFY(dictionary[0] == "b" && dictionary[1] == "a" && dictionary[2].empty());
}

/// Of all lengths up to some steps of whatever compares several characters at once; each differs in one place.
void TestDictionary::tellsSimilarTextsApart()
{
    Dictionary dictionary;
    std::vector<std::string> texts;
    for (std::size_t length = 0; length <= 40; ++length) {
        texts.emplace_back(length, 'x');
        for (std::size_t place = 0; place < length; ++place) {
            texts.emplace_back(length, 'x');
            texts.back()[place] = 'y';
        }
    }
    texts.push_back(std::string("a\0b", 3));
    texts.push_back(std::string("a\0c", 3));
    for (std::uint32_t number = 0; number < texts.size(); ++number)
        QCOMPARE(dictionary.intern(texts[number]), number);
    for (std::uint32_t number = 0; number < texts.size(); ++number)
        QCOMPARE(dictionary.find(texts[number]), number);
}

void TestDictionary::keepsTextsWhileItGrows()
{
    Dictionary dictionary;
    const std::string_view first = dictionary[dictionary.intern(textNumber(0))];
    constexpr int kTexts = 100'000;
    for (int number = 0; number < kTexts; ++number)
        QCOMPARE(dictionary.intern(textNumber(number)), static_cast<std::uint32_t>(number));
    const std::string large(3 << 20, 'l'); // more than any page
    QCOMPARE(dictionary.intern(large), static_cast<std::uint32_t>(kTexts));
    QVERIFY(first == textNumber(0));
    for (int number = 0; number < kTexts; ++number)
        QVERIFY(dictionary[static_cast<std::uint32_t>(number)] == textNumber(number));
    QVERIFY(dictionary[kTexts] == large);
}

void TestDictionary::internsBatchesLikeSingleTexts()
{
    Dictionary one;
    Dictionary inBatches;
    std::vector<std::string> batch;
    std::vector<std::uint32_t> expected;
    for (int number = 0; number < 20'000; ++number) {
        batch.push_back(textNumber(number * 17 % 6'000));
        expected.push_back(one.intern(batch.back()));
        if (batch.size() < 32)
            continue;
        QCOMPARE(internAll(inBatches, batch), expected);
        batch.clear();
        expected.clear();
    }
    QCOMPARE(inBatches.size(), one.size());
    for (std::uint32_t id = 0; id < one.size(); ++id)
        QVERIFY(inBatches[id] == one[id]);
}

void TestDictionary::meetsTheSameNewTextTwiceInABatch()
{
    Dictionary dictionary;
    const std::vector<std::uint32_t> expected{0, 1, 0, 2, 1};
    QCOMPARE(internAll(dictionary, {"one", "two", "one", "", "two"}), expected);
    QCOMPARE(internAll(dictionary, {"one", "two", "one", "", "two"}), expected);
}

void TestDictionary::findsWithoutAdding()
{
    Dictionary dictionary;
    QCOMPARE(dictionary.find("one"), std::uint32_t{EventIndex::kNone});
    dictionary.intern("one");
    QCOMPARE(dictionary.find("one"), 0U);
    QCOMPARE(dictionary.find("two"), std::uint32_t{EventIndex::kNone});
    QCOMPARE(dictionary.size(), 1U);
}

void TestDictionary::staysTheSameWhenReserved()
{
    Dictionary dictionary;
    for (int number = 0; number < 1'000; ++number)
        dictionary.intern(textNumber(number));
    dictionary.reserve(500'000);
    dictionary.reserve(10);
    QCOMPARE(dictionary.size(), 1'000U);
    for (int number = 0; number < 1'000; ++number)
        QCOMPARE(dictionary.intern(textNumber(number)), static_cast<std::uint32_t>(number));
}

void TestDictionary::keepsViewsWhenMoved()
{
    Dictionary dictionary;
    const std::string_view view = dictionary[dictionary.intern("anna@nordbank.example")];
    const Dictionary moved = std::move(dictionary);
    QCOMPARE(moved[0].data(), view.data());
    QCOMPARE(moved.find("anna@nordbank.example"), 0U);
}

QTEST_APPLESS_MAIN(TestDictionary)
#include "tst_dictionary.moc"
