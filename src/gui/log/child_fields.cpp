#include "gui/log/child_fields.h"

#include "gui/log/day_field.h"
#include "gui/log/disclosure.h"
#include "gui/log/line.h"
#include "gui/log/text_box.h"
#include "gui/widgets/kit.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QRadioButton>
#include <QSet>
#include <QVBoxLayout>

namespace heed::gui::log {

using namespace Qt::StringLiterals;

namespace {

QString flagLabel(model::Vulnerability flag)
{
    switch (flag) {
    case model::Vulnerability::LookedAfter: return u"Looked after (in care)"_s;
    case model::Vulnerability::CareLeaver: return u"Care leaver"_s;
    case model::Vulnerability::Disability: return u"Has a disability"_s;
    case model::Vulnerability::Sen: return u"Has special educational needs"_s;
    case model::Vulnerability::PreviouslyMissing: return u"Has been missing before"_s;
    }
    return {};
}

QStringList sitesOf(const model::Profile& profile)
{
    QStringList sites;
    for (const auto& lead : profile.dsls)
        for (const auto& site : lead.sites)
            if (!sites.contains(site))
                sites << site;
    return sites;
}

} // namespace

ChildFields::ChildFields(const QString& prefix, const model::Profile& profile, bool isFurther, FindPupils find,
                         QWidget* parent)
    : QWidget(parent)
    , m_prefix(prefix)
    , m_forename(newLine())
    , m_surname(newLine())
    , m_matches(new PupilMatches(prefix + u".matches"_s, {m_forename, m_surname}, std::move(find), this))
    , m_year(newLine())
    , m_born(new DayField)
    , m_onRoll(new QRadioButton(u"&Yes"_s))
    , m_notOnRoll(new QRadioButton(u"N&o"_s))
    , m_notSure(new QRadioButton(u"Not s&ure"_s))
    , m_part(new TextBox(2))
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(12);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->addWidget(add(u"forename"_s, isFurther ? u"Forename"_s : u"&Forename"_s, m_forename), 0, 0);
    grid->addWidget(add(u"surname"_s, isFurther ? u"Surname"_s : u"Su&rname"_s, m_surname), 0, 1);
    grid->addWidget(m_matches, 1, 0, 1, 2);
    grid->addWidget(add(u"yearGroup"_s, u"Year"_s, m_year), 2, 0);
    grid->addWidget(add(u"dateOfBirth"_s, u"Date of birth"_s, m_born), 2, 1);
    m_born->setPlaceholderText(u"such as 3/5/2011"_s);
    m_year->setPlaceholderText(u"such as 9"_s);

    auto* roll = new QWidget(this);
    auto* rollLine = new QHBoxLayout(roll);
    rollLine->setContentsMargins(0, 0, 0, 0);
    rollLine->setSpacing(16);
    const std::array<std::pair<QRadioButton*, const char*>, 3> answers{
        {{m_onRoll, "yes"}, {m_notOnRoll, "no"}, {m_notSure, "notSure"}}};
    for (const auto& [answer, code] : answers) {
        if (isFurther)
            answer->setText(answer->text().remove(u'&'));
        named(answer, m_prefix + u".onRoll."_s + QLatin1StringView(code),
              u"A pupil of this school: "_s + answer->text().remove(u'&'));
        rollLine->addWidget(answer);
        connect(answer, &QRadioButton::toggled, this, &ChildFields::changed);
    }
    rollLine->addStretch();
    auto* rollField = add(u"onRoll"_s, u"A pupil of this school?"_s, roll);
    roll->setFocusProxy(m_onRoll);
    grid->addWidget(rollField, 3, 0, 1, 2);

    m_more = new Disclosure(m_prefix + u".more"_s, u"More about this child"_s, makeMore(profile, isFurther), this);
    m_partField = add(u"part"_s, u"How are they part of this?"_s, m_part);
    grid->addWidget(m_partField, 4, 0, 1, 2);
    askPart(isFurther);
    connect(m_part, &TextBox::textChanged, this, [this] {
        askPart(m_isPartAsked);
        Q_EMIT changed();
    });
    grid->addWidget(m_more, 5, 0, 1, 2);
    connect(m_matches, &PupilMatches::taken, this, [this](const session::FoundPupil& pupil) {
        fillFrom(pupil);
        Q_EMIT changed();
    });
    connect(m_matches, &PupilMatches::dropped, this, [this] {
        m_year->clear();
        m_born->clear();
        chooseOnRoll(std::nullopt);
        Q_EMIT changed();
    });

    for (auto* edit : findChildren<QLineEdit*>())
        connect(edit, &QLineEdit::textChanged, this, &ChildFields::changed);
    setFocusProxy(m_forename);
}

QWidget* ChildFields::makeMore(const model::Profile& profile, bool isFurther)
{
    auto* more = new QWidget(this);
    auto* grid = new QGridLayout(more);
    grid->setContentsMargins(24, 4, 0, 4);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(12);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);

    m_description = new TextBox(2);
    grid->addWidget(add(u"description"_s, u"What they look like, if you do not know the name"_s, m_description), 0, 0,
                    1, 2);
    connect(m_description, &TextBox::textChanged, this, &ChildFields::changed);

    m_upn = newLine();
    grid->addWidget(add(u"upn"_s, u"Unique pupil number (UPN)"_s, m_upn), 1, 0);
    m_home = new CalmComboBox;
    m_home->setEditable(true);
    m_home->setMinimumWidth(60);
    m_home->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_home->addItem(QString());
    for (const auto& council : profile.councils)
        m_home->addItem(council.name);
    keepAll(*m_home->lineEdit());
    m_home->lineEdit()->setPlaceholderText(u"Not known"_s);
    grid->addWidget(add(u"homeAuthority"_s, u"Council area where they live"_s, m_home), 1, 1);
    connect(m_home, &QComboBox::currentTextChanged, this, &ChildFields::changed);

    int row = 2;
    m_site = newLine();
    auto* siteField = add(u"site"_s, u"Site"_s, m_site);
    siteField->setVisible(sitesOf(profile).size() > 1);
    grid->addWidget(siteField, row++, 0);

    auto* flags = new QWidget(more);
    auto* lines = new QVBoxLayout(flags);
    lines->setContentsMargins(0, 0, 0, 0);
    for (const auto& [flag, code] : model::Names<model::Vulnerability>::table) {
        auto* box = named(new QCheckBox(flagLabel(flag), flags), m_prefix + u".flag."_s + QLatin1StringView(code),
                          flagLabel(flag));
        lines->addWidget(box);
        m_flags.emplace_back(flag, box);
        connect(box, &QCheckBox::toggled, this, &ChildFields::changed);
    }
    flags->setFocusProxy(m_flags.front().second);
    // The groups and the ages are those of the page that Heed grew from (resources/guidance/who-is-at-risk.md).
    grid->addWidget(add(u"vulnerabilities"_s, u"Tick what you know of"_s, flags,
                        u"Children in care, leaving care or with a disability are targeted more often. It can start at "
                        "8 (a figure of 2012). Any child can be harmed."_s),
                    row++, 0, 1, 2);
    auto* who = linkButton(m_prefix + u".whoIsAtRisk"_s, u"Who is more at risk, and from what age"_s, more);
    grid->addWidget(who, row, 0, 1, 2, Qt::AlignLeft);
    connect(who, &QPushButton::clicked, this, [this] { Q_EMIT guidanceAsked(u"who-is-at-risk"_s); });
    Q_UNUSED(isFurther)
    return more;
}

Field* ChildFields::add(const QString& key, const QString& label, QWidget* input, const QString& hint)
{
    const QString name = m_prefix + u'.' + key;
    auto* field = new Field(name, label, input, hint, this);
    m_fields.insert(name, field);
    return field;
}

QWidget* ChildFields::first() const
{
    return m_forename;
}

void ChildFields::askPart(bool asked)
{
    // What was written stays in sight, so that nothing is sent unseen.
    m_isPartAsked = asked;
    m_partField->setVisible(asked || !m_part->document()->isEmpty());
}

void ChildFields::openAll()
{
    m_more->setOpen(true);
}

void ChildFields::fillFrom(const session::FoundPupil& pupil)
{
    m_forename->setText(pupil.forename);
    m_surname->setText(pupil.surname);
    m_year->setText(pupil.yearGroup);
    m_born->setDay(pupil.dateOfBirth);
    chooseOnRoll(pupil.onRoll);
}

void ChildFields::chooseOnRoll(const std::optional<bool>& onRoll)
{
    // Radio buttons of one parent exclude each other, and only together can they all be off again.
    for (auto* answer : {m_onRoll, m_notOnRoll, m_notSure}) {
        answer->setAutoExclusive(false);
        answer->setChecked(false);
    }
    m_onRoll->setChecked(onRoll == true);
    m_notOnRoll->setChecked(onRoll == false);
    for (auto* answer : {m_onRoll, m_notOnRoll, m_notSure})
        answer->setAutoExclusive(true);
}

model::Child ChildFields::child() const
{
    model::Child child;
    child.id = m_matches->id();
    child.forename = m_forename->text().simplified();
    child.surname = m_surname->text().simplified();
    child.yearGroup = m_year->text().trimmed();
    child.dateOfBirth = m_born->day();
    if (m_onRoll->isChecked())
        child.onRoll = true;
    else if (m_notOnRoll->isChecked())
        child.onRoll = false;
    child.description = m_description->words().trimmed();
    child.upn = m_upn->text().trimmed();
    child.homeAuthority = m_home->currentText().trimmed();
    child.site = m_site->text().trimmed();
    child.part = m_part->words().trimmed();
    for (const auto& [flag, box] : m_flags)
        if (box->isChecked())
            child.vulnerabilities.push_back(flag);
    return child;
}

void ChildFields::setChild(const model::Child& child)
{
    m_matches->setId(child.id);
    m_forename->setText(child.forename);
    m_surname->setText(child.surname);
    m_year->setText(child.yearGroup);
    m_born->setDay(child.dateOfBirth);
    chooseOnRoll(child.onRoll);
    m_description->setPlainText(child.description);
    m_upn->setText(child.upn);
    m_home->setCurrentText(child.homeAuthority);
    m_site->setText(child.site);
    m_part->setPlainText(child.part);
    for (const auto& [flag, box] : m_flags)
        box->setChecked(std::find(child.vulnerabilities.begin(), child.vulnerabilities.end(), flag) !=
                        child.vulnerabilities.end());
    if (!child.description.isEmpty() || !child.upn.isEmpty() || !child.homeAuthority.isEmpty() ||
        !child.vulnerabilities.empty())
        m_more->setOpen(true);
}

std::vector<rules::Problem> ChildFields::unreadable() const
{
    if (!m_born->isUnreadable())
        return {};
    return {{m_prefix + u".dateOfBirth"_s,
             u"Heed cannot read \"%1\" as a date of birth. Write it as day, month, year, or leave it empty."_s.arg(
                 m_born->text().left(40))}};
}

} // namespace heed::gui::log
