#include "qt_strings.h"
#include "samples.h"

#include "report/text.h"
#include "report/third_parties.h"

#include <catch2/catch_test_macros.hpp>

using namespace heed;
using namespace heed::report;

namespace {

Redaction hideEveryone()
{
    Redaction redaction;
    redaction.hidden = samples::thirdParties();
    for (auto& one : redaction.hidden)
        one.reason = QStringLiteral("Has not agreed to it");
    return redaction;
}

} // namespace

TEST_CASE("Third parties become the same stand-in throughout, and their particulars go")
{
    auto values = samples::summary();
    auto& concern = values.record.logged.concern;
    concern.children[0].dateOfBirth = QDate(2012, 6, 6);
    concern.facts = QStringLiteral("SAMPLE  classmate and Testy met Dez. Sample's friend said samples are not names.");
    values.record.events[11].body = model::TextBody{QStringLiteral("Dez rang. Sample cried."), {}, {}, {}};
    const auto copy = redact(values, hideEveryone());
    const auto text = plainText(summary(copy));

    CHECK(copy.record.logged.concern.facts ==
          QStringLiteral("Child B and Testy met Adult 1. Child B's friend said samples are not names."));
    CHECK(text.contains(QStringLiteral("Adult 1 rang. Child B cried.")));
    for (const auto* name : {"Classmate", "Dez", "XX?? ABC", "Imaginary Foods", "6 June 2012"}) {
        INFO(name);
        CHECK_FALSE(text.contains(QString::fromLatin1(name), Qt::CaseInsensitive));
    }
    CHECK(text.contains(QStringLiteral("Testy Pupil")));
    CHECK(text.contains(QStringLiteral("What was left out of this copy")));
    CHECK(text.contains(QStringLiteral("Has not agreed to it")));
    CHECK(values.record.logged.concern.facts.contains(QStringLiteral("SAMPLE"))); // the record stays as it is
}

TEST_CASE("Attached files stand on the summary and in the chronology by name, kind, size and fingerprint, and never by "
          "a hidden name")
{
    auto values = samples::summary();
    auto& event = values.record.events.front();
    event.files = {{QString(32, u'a'), QStringLiteral("Letter to Dez.txt"), QStringLiteral("text/plain"), 2048,
                    QByteArray::fromHex("00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff")}};
    // Spaces and lines depend on how wide the columns are.
    const auto words = [](const Document& document) {
        return plainText(document).simplified().remove(u' ').remove(u'|');
    };
    const auto paper = words(summary(values));
    for (const auto* word : {"Attachedfiles", "LettertoDez.txt", "text,2KB", "0011"}) {
        INFO(paper.toStdString());
        INFO(word);
        CHECK(paper.contains(QString::fromLatin1(word)));
    }
    const auto copy = redact(values, hideEveryone());
    CHECK_FALSE(words(summary(copy)).contains(QStringLiteral("Dez")));
    CHECK(words(summary(copy)).contains(QStringLiteral("LettertoAdult1.txt")));
    auto told = samples::chronology();
    told.records = {values.record};
    CHECK(words(chronology(told)).contains(QStringLiteral("Attached:LettertoDez.txt(text,2KB)")));
    CHECK_FALSE(words(summary(samples::summary())).contains(QStringLiteral("Attachedfiles")));
}

TEST_CASE("Names are found in their own fields and in the words, and the child's and the staff's are not offered")
{
    struct Row {
        const char* text;
        QStringList found;
    };
    const std::vector<Row> rows{
        {"Then Kit Made-Up came. Kit left with Zed.", {QStringLiteral("Kit Made-Up"), QStringLiteral("Zed")}},
        {"Yesterday she went home. Nothing else.", {}},
        {"Testy Pupil told Testy Author about Mr Nobody's van on Monday.", {QStringLiteral("Nobody")}},
        {"\u201cAsk Zed,\u201d she said to O\u2019Madeup.", {QStringLiteral("Zed"), QStringLiteral("O\u2019Madeup")}},
        {"\u0417\u043e\u044f met \u0414\u0435\u0437 there", {QString::fromUtf8("\u0414\u0435\u0437")}},
    };
    for (const auto& row : rows) {
        INFO(row.text);
        auto record = samples::bareCase();
        record.author = QStringLiteral("Testy Author");
        record.logged.concern.child.forename = QStringLiteral("Testy");
        record.logged.concern.child.surname = QStringLiteral("Pupil");
        record.logged.concern.facts = QString::fromUtf8(row.text);
        record.events.front().body = record.logged;
        QStringList found;
        for (const auto& one : thirdPartiesOf({record})) {
            CHECK(one.inText);
            found << one.who.names.front();
        }
        CHECK(found == row.found);
    }
    CHECK(variantsOf(model::InvolvedKind::Adult, QStringLiteral("Mr Sample Classmate")) ==
          QStringList{QStringLiteral("Mr Sample Classmate"), QStringLiteral("Sample"), QStringLiteral("Classmate")});
    CHECK(variantsOf(model::InvolvedKind::Adult, QStringLiteral("Called \"Dez\"")).contains(QStringLiteral("Dez")));
    CHECK(variantsOf(model::InvolvedKind::Vehicle, QStringLiteral("XX?? ABC")).size() == 1);
}

TEST_CASE("A name that the child bears too is left, whatever is asked")
{
    auto values = samples::summary();
    values.record.logged.concern.facts = QStringLiteral("Testy Pupil and Sibling Pupil");
    Redaction redaction;
    redaction.hidden = {{model::InvolvedKind::Child,
                         {QStringLiteral("Sibling Pupil"), QStringLiteral("Sibling"), QStringLiteral("Pupil")},
                         Ground::AnotherPerson,
                         {}}};
    CHECK(redact(values, redaction).record.logged.concern.facts == QStringLiteral("Testy Pupil and Child B"));
}

TEST_CASE("A section that is left out is gone from every document, and said to be")
{
    Redaction redaction;
    for (const auto section :
         {Section::ChildsWords, Section::Opinion, Section::Signs, Section::BodyMap, Section::Involved, Section::Family,
          Section::Judgement, Section::Told, Section::Contacts, Section::Actions, Section::Notes, Section::Earlier})
        redaction.sections.push_back({section, Ground::SeriousHarm, QStringLiteral("The reader lives in the home")});
    const auto texts = {plainText(summary(redact(samples::summary(), redaction))),
                        plainText(chronology(redact(samples::chronology(), redaction))),
                        plainText(callSheet(redact(samples::callSheet(), redaction))),
                        plainText(cpomsEntry(redact(samples::cpoms(), redaction)))};
    for (const auto& text : texts) {
        INFO(text.toStdString());
        for (const auto* gone :
             {"just a mate", "frightened rather than", "A second new telephone", "Dez", "choir", "Foster Carer",
              "An adult with a hold", "strategy discussion this evening", "back gate camera", "stays in the library"})
            CHECK_FALSE(text.contains(QString::fromLatin1(gone)));
        CHECK(text.contains(QStringLiteral("What was left out of this copy")));
        CHECK(text.contains(QStringLiteral("It would be likely to cause serious harm")));
        CHECK(text.contains(QStringLiteral("At 14:10 I saw Testy")));
    }
    CHECK_FALSE(texts.begin()->contains(QStringLiteral("no level set")));
}

TEST_CASE("Nothing left out says nothing of it, and changes nothing")
{
    CHECK(plainText(summary(redact(samples::summary(), {}))) == plainText(summary(samples::summary())));
}

TEST_CASE("A hidden name is found however it is spelled, and other words are left")
{
    struct Row {
        const char* name;
        const char* text;
        const char* copy;
    };
    const std::vector<Row> rows{
        {"O'Neil", "Oneil, O\u2019NEIL and O'Neil's van; Oneill not", "Adult 1, Adult 1 and Adult 1's van; Oneill not"},
        {"Jos\u00e9", "Jose, Jose\u0301 and JOS\u00c9; Josef not", "Adult 1, Adult 1 and Adult 1; Josef not"},
        {"Jose", "Jos\u00e9 and jose", "Adult 1 and Adult 1"},
        {"Ann-Marie Madeup", "Ann Marie\nMadeup, Ann\u2011Marie  Madeup", "Adult 1, Adult 1"},
        {"Zeb", "Ze\u00adb, Z\u200beb, zeb_x; Zebra, \u00e9Zeb not",
         "Adult 1, Adult 1, Adult 1_x; Zebra, \u00e9Zeb not"},
        {"Wei\u00df", "Wei\u00df", "Adult 1"},
        {"\u0414\u0435\u0437", "\u0434\u0435\u0437!", "Adult 1!"},
        {"D.J. (Inc)", "d.j. (inc), dxj", "Adult 1, dxj"},
        {"'", "'", "'"},
    };
    for (const auto& row : rows) {
        INFO(row.text);
        auto values = samples::summary();
        values.record.logged.concern.facts = QString::fromUtf8(row.text);
        Redaction redaction;
        redaction.hidden = {{model::InvolvedKind::Adult, {QString::fromUtf8(row.name)}, Ground::AnotherPerson, {}}};
        CHECK(redact(values, redaction).record.logged.concern.facts == QString::fromUtf8(row.copy));
    }
    // What names nobody who is hidden stays as it was typed, down to how its letters are put together.
    auto values = samples::summary();
    values.record.logged.concern.facts = QStringLiteral("Jose\u0301");
    CHECK(redact(values, hideEveryone()).record.logged.concern.facts == QStringLiteral("Jose\u0301"));
}
