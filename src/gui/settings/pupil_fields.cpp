#include "gui/settings/pupil_fields.h"
#include "gui/frame/look.h"
#include "gui/log/day_field.h"
#include "gui/widgets/kit.h"
#include "register/field_words.h"
#include "report/words.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace heed::gui::settings {
namespace {

constexpr int narrowest = 13; // em

using model::Pupil;
using model::Vulnerability;

struct TextOf {
    const char* key; ///< of the written shape
    QString& (*of)(Pupil&);
};
constexpr std::array texts{
    TextOf{"forename", [](Pupil& p) -> QString& { return p.child.forename; }},
    TextOf{"surname", [](Pupil& p) -> QString& { return p.child.surname; }},
    TextOf{"yearGroup", [](Pupil& p) -> QString& { return p.child.yearGroup; }},
    TextOf{"class", [](Pupil& p) -> QString& { return p.className; }},
    TextOf{"site", [](Pupil& p) -> QString& { return p.child.site; }},
    TextOf{"upn", [](Pupil& p) -> QString& { return p.child.upn; }},
    TextOf{"legalForename", [](Pupil& p) -> QString& { return p.facts.legalForename; }},
    TextOf{"legalSurname", [](Pupil& p) -> QString& { return p.facts.legalSurname; }},
    TextOf{"middleNames", [](Pupil& p) -> QString& { return p.facts.middleNames; }},
    TextOf{"sex", [](Pupil& p) -> QString& { return p.facts.sex; }},
    TextOf{"ethnicity", [](Pupil& p) -> QString& { return p.facts.ethnicity; }},
    TextOf{"language", [](Pupil& p) -> QString& { return p.facts.language; }},
    TextOf{"interpreter", [](Pupil& p) -> QString& { return p.facts.interpreter; }},
    TextOf{"religion", [](Pupil& p) -> QString& { return p.facts.religion; }},
    TextOf{"nhsNumber", [](Pupil& p) -> QString& { return p.facts.nhsNumber; }},
    TextOf{"sen", [](Pupil& p) -> QString& { return p.facts.sen; }},
    TextOf{"house", [](Pupil& p) -> QString& { return p.facts.house; }},
    TextOf{"address", [](Pupil& p) -> QString& { return p.facts.address; }},
    TextOf{"postcode", [](Pupil& p) -> QString& { return p.facts.postcode; }},
    TextOf{"phone", [](Pupil& p) -> QString& { return p.facts.phone; }},
    TextOf{"homeAuthority", [](Pupil& p) -> QString& { return p.child.homeAuthority; }},
    TextOf{"caringAuthority", [](Pupil& p) -> QString& { return p.facts.caringAuthority; }},
};

struct ListOf {
    const char* key;
    QStringList& (*of)(Pupil&);
};
constexpr std::array lists{
    ListOf{"formerNames", [](Pupil& p) -> QStringList& { return p.facts.formerNames; }},
    ListOf{"formerUpns", [](Pupil& p) -> QStringList& { return p.facts.formerUpns; }},
    ListOf{"disabilities", [](Pupil& p) -> QStringList& { return p.facts.disabilities; }},
};

struct DayOf {
    const char* key;
    std::optional<QDate>& (*of)(Pupil&);
};
constexpr std::array days{
    DayOf{"dateOfBirth", [](Pupil& p) -> std::optional<QDate>& { return p.child.dateOfBirth; }},
    DayOf{"entryDate", [](Pupil& p) -> std::optional<QDate>& { return p.facts.entryDate; }},
    DayOf{"leavingDate", [](Pupil& p) -> std::optional<QDate>& { return p.facts.leavingDate; }},
};

/// The others have fields of their own, which say more.
constexpr std::array flags{Vulnerability::CareLeaver, Vulnerability::PreviouslyMissing};

QString words(const char* key)
{
    return pupils::fieldWords(QString::fromLatin1(key));
}

QLineEdit* edit(const QMap<QString, Field*>& fields, const char* key)
{
    return static_cast<QLineEdit*>(fields.value(QString::fromLatin1(key))->input());
}

QStringList parts(const QString& typed)
{
    QStringList all;
    for (const auto& part : typed.split(u';'))
        if (!part.trimmed().isEmpty())
            all << part.simplified();
    return all;
}

} // namespace

PupilFields::PupilFields(QWidget* parent)
    : QWidget(parent)
    , m_onRoll(new CalmComboBox)
    , m_lookedAfter(new CalmComboBox)
{
    m_onRoll->addItems({tr("On roll"), tr("Has left")});
    m_lookedAfter->addItems({tr("Not known"), tr("Yes"), tr("No")});
    const auto several = tr("Several are parted by a semicolon.");

    auto* seen = new Card(tr("What everybody sees"));
    seen->content()->addWidget(new FieldGrid(
        std::vector<QWidget*>{line(QStringLiteral("forename"), tr("Forename, as used")),
                              line(QStringLiteral("surname"), tr("Surname, as used")),
                              day(QStringLiteral("dateOfBirth"), words("dateOfBirth"), tr("Such as 3/5/2012")),
                              line(QStringLiteral("yearGroup"), words("yearGroup")),
                              line(QStringLiteral("class"), words("class")),
                              line(QStringLiteral("site"), words("site")),
                              new Field(QStringLiteral("pupil.onRoll"), tr("At the school"), m_onRoll)},
        narrowest));

    auto* known = new Card(tr("For the safeguarding leads alone"));
    known->content()->addWidget(new FieldGrid(
        std::vector<QWidget*>{
            line(QStringLiteral("upn"), words("upn")),
            line(QStringLiteral("legalForename"), tr("Forename in law, if another")),
            line(QStringLiteral("legalSurname"), tr("Surname in law, if another")),
            line(QStringLiteral("middleNames"), words("middleNames")),
            line(QStringLiteral("formerNames"), words("formerNames"), several),
            line(QStringLiteral("formerUpns"), words("formerUpns"), several), line(QStringLiteral("sex"), words("sex")),
            line(QStringLiteral("language"), words("language")), line(QStringLiteral("ethnicity"), words("ethnicity")),
            line(QStringLiteral("interpreter"), words("interpreter"), tr("Whether one is needed, and for whom.")),
            line(QStringLiteral("religion"), words("religion")), line(QStringLiteral("nhsNumber"), words("nhsNumber")),
            line(QStringLiteral("address"), words("address")), line(QStringLiteral("postcode"), words("postcode")),
            line(QStringLiteral("phone"), words("phone")),
            line(QStringLiteral("homeAuthority"), words("homeAuthority"), tr("Where the child lives.")),
            line(QStringLiteral("house"), words("house")), day(QStringLiteral("entryDate"), words("entryDate")),
            day(QStringLiteral("leavingDate"), words("leavingDate"))},
        narrowest));

    auto* needs = new Card(tr("What makes the child easier to harm"));
    needs->content()->addWidget(new FieldGrid(
        std::vector<QWidget*>{new Field(QStringLiteral("pupil.lookedAfter"), words("lookedAfter"), m_lookedAfter),
                              line(QStringLiteral("caringAuthority"), words("caringAuthority"), tr("The authority.")),
                              line(QStringLiteral("sen"), words("sen"), tr("N none, K support, E plan.")),
                              line(QStringLiteral("disabilities"), words("disabilities"), several)},
        narrowest));
    for (const auto flag : flags) {
        const auto says = report::vulnerabilityText(flag);
        auto* tick = named(new QCheckBox(says), QStringLiteral("pupil.flag.%1").arg(model::nameOf(flag)), says);
        m_flags.insert(static_cast<int>(flag), tick);
        needs->content()->addWidget(tick);
        connect(tick, &QCheckBox::toggled, this, &PupilFields::changed);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(em(1));
    for (auto* card : {seen, known, needs})
        column->addWidget(card);
    for (auto* box : {m_onRoll, m_lookedAfter})
        connect(box, &QComboBox::currentIndexChanged, this, &PupilFields::changed);
}

Field* PupilFields::line(const QString& key, const QString& label, const QString& hint)
{
    auto* input = new QLineEdit;
    connect(input, &QLineEdit::textChanged, this, &PupilFields::changed);
    auto* field = new Field(QStringLiteral("pupil.%1").arg(key), label, input, hint);
    m_lines.insert(key, field);
    return field;
}

Field* PupilFields::day(const QString& key, const QString& label, const QString& hint)
{
    auto* input = new log::DayField;
    connect(input, &QLineEdit::textChanged, this, &PupilFields::changed);
    auto* field = new Field(QStringLiteral("pupil.%1").arg(key), label, input, hint);
    m_days.insert(key, field);
    return field;
}

void PupilFields::take(const Pupil& given)
{
    auto pupil = given;
    for (const auto& one : texts)
        edit(m_lines, one.key)->setText(one.of(pupil));
    for (const auto& one : lists)
        edit(m_lines, one.key)->setText(one.of(pupil).join(QStringLiteral("; ")));
    for (auto* field : m_lines) {
        field->clearError();
        static_cast<QLineEdit*>(field->input())->setCursorPosition(0);
    }
    for (const auto& one : days) {
        m_days.value(QString::fromLatin1(one.key))->clearError();
        static_cast<log::DayField*>(edit(m_days, one.key))->setDay(one.of(pupil));
    }
    const auto& known = pupil.child.vulnerabilities;
    for (auto flag = m_flags.cbegin(); flag != m_flags.cend(); ++flag)
        flag.value()->setChecked(std::find(known.begin(), known.end(), static_cast<Vulnerability>(flag.key())) !=
                                 known.end());
    m_onRoll->setCurrentIndex(pupil.child.onRoll == false ? 1 : 0);
    const auto& lookedAfter = pupil.facts.lookedAfter;
    m_lookedAfter->setCurrentIndex(!lookedAfter ? 0 : *lookedAfter ? 1 : 2);
}

void PupilFields::writeTo(Pupil& pupil) const
{
    for (const auto& one : texts)
        one.of(pupil) = edit(m_lines, one.key)->text().simplified();
    for (const auto& one : lists)
        one.of(pupil) = parts(edit(m_lines, one.key)->text());
    for (const auto& one : days)
        if (const auto* field = static_cast<log::DayField*>(edit(m_days, one.key)); !field->isUnreadable())
            one.of(pupil) = field->day();
    auto& known = pupil.child.vulnerabilities;
    for (const auto flag : flags) {
        const bool isKnown = std::find(known.begin(), known.end(), flag) != known.end();
        const bool isTicked = m_flags.value(static_cast<int>(flag))->isChecked();
        if (isTicked && !isKnown)
            known.push_back(flag);
        else if (!isTicked)
            std::erase(known, flag);
    }
    pupil.child.onRoll = m_onRoll->currentIndex() == 0;
    const int lookedAfter = m_lookedAfter->currentIndex();
    pupil.facts.lookedAfter = lookedAfter == 0 ? std::optional<bool>() : lookedAfter == 1;
}

QWidget* PupilFields::checkDays()
{
    QWidget* first = nullptr;
    for (const auto& one : days) {
        auto* field = m_days.value(QString::fromLatin1(one.key));
        const bool isWrong = static_cast<log::DayField*>(field->input())->isUnreadable();
        field->setError(isWrong ? tr("Heed cannot read this as a day. Write it as 3/5/2012, or leave it empty.")
                                : QString());
        if (isWrong && !first)
            first = field->input();
    }
    return first;
}

QWidget* PupilFields::firstField() const
{
    return edit(m_lines, "forename");
}

QMap<QString, QWidget*> PupilFields::fields() const
{
    QMap<QString, QWidget*> all;
    for (const auto* map : {&m_lines, &m_days})
        for (auto field = map->cbegin(); field != map->cend(); ++field)
            all.insert(field.key(), field.value()->input());
    return all;
}

} // namespace heed::gui::settings
