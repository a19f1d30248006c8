#include "gui/cases/redaction_panel.h"

#include "gui/frame/look.h"
#include "gui/log/tick.h"
#include "gui/widgets/kit.h"

#include "report/words.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace heed::gui::cases {

using namespace Qt::StringLiterals;

CutRow::CutRow(const QString& objectName, const QString& words, const QString& remark,
               std::optional<model::InvolvedKind> kind, report::Ground ground, QWidget* parent)
    : QWidget(parent)
    , m_tick(new log::Tick(objectName, words, remark))
    , m_ground(named(new CalmComboBox, objectName + u".ground"_s, u"Ground for leaving out "_s + words))
{
    for (const auto& [one, name] : model::Names<report::Ground>::table)
        m_ground->addItem(report::groundText(one), static_cast<int>(one));
    m_ground->setCurrentIndex(m_ground->findData(static_cast<int>(ground)));
    auto* details = new QWidget;
    auto* line = new FlowLayout(details);
    line->setContentsMargins(em(1.6), 0, 0, 0);
    if (kind) {
        m_kind = named(new CalmComboBox, objectName + u".kind"_s, u"What "_s + words + u" is"_s);
        for (const auto& [one, name] : model::Names<model::InvolvedKind>::table)
            m_kind->addItem(report::kindText(one), static_cast<int>(one));
        m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(*kind)));
        line->addWidget(m_kind);
        connect(m_kind, &QComboBox::currentIndexChanged, this, &CutRow::changed);
    }
    line->addWidget(m_ground);
    details->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(em(0.2));
    column->addWidget(m_tick);
    column->addWidget(details);
    connect(m_ground, &QComboBox::currentIndexChanged, this, &CutRow::changed);
    connect(m_tick, &log::Tick::toggled, this, [this, details](bool cut) {
        details->setVisible(cut);
        Q_EMIT changed();
    });
}

bool CutRow::isCut() const
{
    return m_tick->isChecked();
}

void CutRow::setCut(bool cut)
{
    m_tick->setChecked(cut);
}

report::Ground CutRow::ground() const
{
    return static_cast<report::Ground>(m_ground->currentData().toInt());
}

model::InvolvedKind CutRow::kind() const
{
    return m_kind ? static_cast<model::InvolvedKind>(m_kind->currentData().toInt()) : model::InvolvedKind::Adult;
}

RedactionPanel::RedactionPanel(QWidget* parent)
    : QWidget(parent)
    , m_nameLines(new QVBoxLayout)
    , m_typed(new QLineEdit)
    , m_typedField(new Field(u"cut.typed"_s, u"Another name that stands in it"_s, m_typed))
    , m_reason(new QLineEdit)
{
    setObjectName(u"redactionPanel"_s);
    auto* sections = new QWidget;
    auto* sectionLines = new QVBoxLayout(sections);
    sectionLines->setContentsMargins(0, 0, 0, 0);
    sectionLines->addWidget(headingLabel(u"Whole sections"_s));
    for (const auto& [section, name] : model::Names<report::Section>::table) {
        auto* row = new CutRow(u"cut.section."_s + QLatin1StringView(name), report::sectionText(section), {}, {},
                               report::Ground::NotNeeded);
        sectionLines->addWidget(row);
        m_sections.push_back({section, row});
        connect(row, &CutRow::changed, this, &RedactionPanel::changed);
    }
    sectionLines->addStretch();

    auto* names = new QWidget;
    auto* nameSide = new QVBoxLayout(names);
    nameSide->setContentsMargins(0, 0, 0, 0);
    nameSide->addWidget(headingLabel(u"People and things"_s));
    nameSide->addWidget(
        remarkLabel(u"Whoever you tick becomes \"Child B\" or \"Adult 1\", the same throughout the copy. "
                    "Heed looks for names, and misses some: read the pages."_s));
    nameSide->addLayout(m_nameLines);
    auto* add = button(u"cut.add"_s, u"Hide this name too"_s);
    nameSide->addWidget(m_typedField);
    nameSide->addWidget(add, 0, Qt::AlignLeft);
    nameSide->addStretch();
    m_typed->setMaxLength(280);
    connect(add, &QPushButton::clicked, this, &RedactionPanel::addTyped);
    connect(m_typed, &QLineEdit::returnPressed, this, &RedactionPanel::addTyped);

    m_reason->setMaxLength(1000);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(
        remarkLabel(u"The record stays as it is. What this copy leaves out, and on what ground, stands on its "
                    "last page and in the record."_s));
    column->addWidget(new Columns(sections, names));
    column->addWidget(new Field(u"cut.reason"_s, u"Why, in your words"_s, m_reason, u"It stands on the copy."_s));
    connect(m_reason, &QLineEdit::textChanged, this, &RedactionPanel::changed);
}

void RedactionPanel::startOver()
{
    const QSignalBlocker quiet(this);
    for (auto& one : m_sections)
        one.row->setCut(false);
    for (auto& one : m_names)
        delete one.row;
    m_names.clear();
    m_typed->clear();
    m_typedField->clearError();
    m_reason->clear();
}

void RedactionPanel::setParties(const std::vector<report::ThirdParty>& parties)
{
    for (const auto& party : parties) {
        const bool isThere = std::any_of(m_names.begin(), m_names.end(), [&](const NameRow& row) {
            return row.who.names.contains(party.who.names.front(), Qt::CaseInsensitive);
        });
        if (!isThere)
            addParty(party, false);
    }
}

void RedactionPanel::addParty(const report::ThirdParty& party, bool isCut)
{
    const auto& names = party.who.names;
    const auto also = names.mid(1);
    QStringList remarks;
    if (party.inText)
        remarks << u"found in the words: is it a name?"_s;
    if (!also.isEmpty())
        remarks << u"also as "_s + report::listed(also);
    auto remark = remarks.join(u"; "_s);
    if (!remark.isEmpty())
        remark[0] = remark[0].toUpper();
    auto* row =
        new CutRow(u"cut.name.%1"_s.arg(m_names.size()), names.front(), remark, party.who.kind, party.who.ground);
    row->setCut(isCut);
    m_nameLines->addWidget(row);
    m_names.push_back({party.who, row});
    connect(row, &CutRow::changed, this, &RedactionPanel::changed);
}

void RedactionPanel::addTyped()
{
    const auto name = m_typed->text().simplified();
    m_typedField->setError(name.isEmpty() ? u"Write the name first."_s : QString());
    if (name.isEmpty())
        return;
    report::ThirdParty party;
    party.who.names = report::variantsOf(party.who.kind, name);
    addParty(party, true);
    m_typed->clear();
    Q_EMIT changed();
}

report::Redaction RedactionPanel::redaction() const
{
    report::Redaction redaction;
    const auto reason = m_reason->text().trimmed();
    for (const auto& one : m_sections)
        if (one.row->isCut())
            redaction.sections.push_back({one.section, one.row->ground(), reason});
    for (const auto& one : m_names)
        if (one.row->isCut())
            redaction.hidden.push_back({one.row->kind(), one.who.names, one.row->ground(), reason});
    return redaction;
}

} // namespace heed::gui::cases
