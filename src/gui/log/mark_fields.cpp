#include "gui/log/mark_fields.h"

#include "gui/frame/look.h"
#include "gui/log/day_field.h"
#include "gui/log/field_key.h"
#include "gui/log/line.h"
#include "gui/log/text_box.h"
#include "gui/widgets/kit.h"

#include "report/words.h"

#include <QGridLayout>

namespace heed::gui::log {

using namespace Qt::StringLiterals;

MarkFields::MarkFields(const QString& prefix, const model::BodyMark& place, QWidget* parent)
    : QWidget(parent)
    , m_place(place)
    , m_title(headingLabel({}, this))
    , m_kind(new CalmComboBox)
    , m_size(newLine())
    , m_shape(newLine())
    , m_colour(newLine())
    , m_broken(new CalmComboBox)
    , m_noticed(new DayField)
    , m_account(new TextBox(1))
    , m_note(new TextBox(1))
{
    m_kind->setEditable(true);
    m_kind->setMinimumWidth(60);
    m_kind->addItems({QString(), u"Bruise"_s, u"Cut"_s, u"Graze or scratch"_s, u"Burn or scald"_s, u"Bite"_s,
                      u"Swelling"_s, u"Red mark"_s, u"Scar"_s});
    keepAll(*m_kind->lineEdit());
    m_kind->lineEdit()->setPlaceholderText(u"Not known"_s);
    m_size->setPlaceholderText(u"such as 2 cm across"_s);
    m_broken->addItems({u"Not known"_s, u"Yes"_s, u"No"_s});

    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(em(0.5));
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_title, 0, 0, 1, 2);
    grid->addWidget(new Field(prefix + u".kind"_s, u"What is it?"_s, m_kind, {}, this), 1, 0);
    grid->addWidget(new Field(prefix + u".size"_s, u"Size"_s, m_size, {}, this), 1, 1);
    grid->addWidget(new Field(prefix + u".shape"_s, u"Shape"_s, m_shape, {}, this), 2, 0);
    grid->addWidget(new Field(prefix + u".colour"_s, u"Colour"_s, m_colour, {}, this), 2, 1);
    grid->addWidget(new Field(prefix + u".broken"_s, u"Is the skin broken?"_s, m_broken, {}, this), 3, 0);
    grid->addWidget(new Field(prefix + u".noticed"_s, u"First noticed on"_s, m_noticed, {}, this), 3, 1);
    grid->addWidget(
        new Field(prefix + u".account"_s, u"What the child says of it, in their words"_s, m_account, {}, this), 4, 0, 1,
        2);
    grid->addWidget(new Field(prefix + u".note"_s, u"Anything else: swelling, pain, how the child moves, first aid"_s,
                              m_note, {}, this),
                    5, 0, 1, 2);
    setFocusProxy(m_kind);

    connect(m_kind, &QComboBox::currentTextChanged, this, &MarkFields::changed);
    connect(m_broken, &QComboBox::currentIndexChanged, this, &MarkFields::changed);
    for (auto* edit : {m_size, m_shape, m_colour, static_cast<QLineEdit*>(m_noticed)})
        connect(edit, &QLineEdit::textChanged, this, &MarkFields::changed);
    for (auto* box : {m_account, m_note})
        connect(box, &TextBox::textChanged, this, &MarkFields::changed);
    setNumber(1);
}

model::BodyMark MarkFields::mark() const
{
    auto mark = m_place;
    mark.kind = m_kind->currentText().trimmed();
    mark.size = m_size->text().trimmed();
    mark.shape = m_shape->text().trimmed();
    mark.colour = m_colour->text().trimmed();
    if (m_broken->currentIndex() > 0)
        mark.brokenSkin = m_broken->currentIndex() == 1;
    mark.firstNoticed = m_noticed->day();
    mark.childsAccount = m_account->words().trimmed();
    mark.note = m_note->words().trimmed();
    return mark;
}

Field* MarkFields::fieldOf(const QString& ending) const
{
    static const QMap<QString, QString> names{
        {u"firstNoticed"_s, u"noticed"_s}, {u"childsAccount"_s, u"account"_s}, {u"brokenSkin"_s, u"broken"_s}};
    return fieldIn(this, names.value(ending, ending));
}

void MarkFields::setNumber(int number)
{
    const auto where = u"%1. %2"_s.arg(number).arg(report::regionText(m_place));
    m_title->setText(where);
    m_kind->setAccessibleName(u"What is it? Mark "_s + where);
}

void MarkFields::setChosen(bool chosen)
{
    auto font = m_title->font();
    font.setUnderline(chosen);
    m_title->setFont(font);
}

std::vector<rules::Problem> MarkFields::unreadable(const QString& key) const
{
    if (!m_noticed->isUnreadable())
        return {};
    return {
        {key + u".firstNoticed"_s,
         u"Heed cannot read \"%1\" as the day on which a mark was first noticed. Write it as day and month, or leave it empty."_s
             .arg(m_noticed->text().left(40))}};
}

} // namespace heed::gui::log
