#include "gui/log/pupil_matches.h"

#include "gui/widgets/announce.h"
#include "gui/widgets/flow_layout.h"
#include "gui/widgets/kit.h"

#include "report/words.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QVBoxLayout>

namespace heed::gui::log {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostRows = 6;          // in sight at once
constexpr qsizetype enoughTyped = 3; // characters, after which nobody found is worth a word
const QString& howToPick()
{
    static const QString words =
        u"Is it one of these? Press the down arrow, then Enter, or click. If the child is not on the list, just go on."_s;
    return words;
}

QString lineOf(const session::FoundPupil& pupil)
{
    QStringList parts{QString(pupil.forename + u' ' + pupil.surname).simplified()};
    if (!pupil.yearGroup.isEmpty())
        parts << report::yearText(pupil.yearGroup);
    if (!pupil.className.isEmpty())
        parts << u"class "_s + pupil.className;
    if (pupil.dateOfBirth)
        parts << u"born "_s + report::dateText(*pupil.dateOfBirth);
    if (!pupil.onRoll)
        parts << u"has left"_s;
    return parts.join(u", "_s);
}

} // namespace

PupilMatches::PupilMatches(const QString& objectName, std::vector<QLineEdit*> fields, FindPupils find, QWidget* parent)
    : QWidget(parent)
    , m_fields(std::move(fields))
    , m_find(std::move(find))
    , m_list(named(new QListWidget(this), objectName, u"Pupils with such a name"_s))
    , m_remark(remarkLabel(howToPick(), this))
    , m_chosen(new QWidget(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_remark);
    column->addWidget(m_list);
    column->addWidget(m_chosen);
    auto* line = new FlowLayout(m_chosen);
    auto* words = remarkLabel(u"Taken from the school's register."_s, m_chosen);
    words->setWordWrap(false);
    line->addWidget(words);
    auto* wrong = linkButton(objectName + u".wrong"_s, u"It is not this child"_s, m_chosen);
    line->addWidget(wrong);
    m_remark->setObjectName(objectName + u".remark"_s);
    m_list->setAccessibleDescription(m_remark->text());
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideMiddle);

    for (auto* field : m_fields) {
        field->installEventFilter(this);
        // What a person types; not what is filled in.
        connect(field, &QLineEdit::textEdited, this, [this] {
            if (!m_id.isEmpty()) {
                setId({});
                Q_EMIT dropped();
            }
            ask();
        });
    }
    m_list->installEventFilter(this);
    connect(m_list, &QListWidget::itemClicked, this, [this](QListWidgetItem* item) { take(m_list->row(item)); });
    connect(wrong, &QPushButton::clicked, this, &PupilMatches::drop);
    refresh();
}

void PupilMatches::setId(const QString& id)
{
    m_id = id;
    ++m_asked;
    m_isNobody = false;
    m_found.clear();
    refresh();
}

QString PupilMatches::typed() const
{
    QStringList typed;
    for (const auto* field : m_fields)
        if (const auto words = field->text().simplified(); !words.isEmpty())
            typed << words;
    return typed.join(u' ');
}

void PupilMatches::ask()
{
    if (!m_find)
        return;
    const int question = ++m_asked;
    const QPointer<PupilMatches> self(this);
    m_find(typed(), [self, question](const std::vector<session::FoundPupil>& found) {
        // An older answer must not overtake what has been typed since.
        if (self && question == self->m_asked)
            self->show(found);
    });
}

void PupilMatches::show(const std::vector<session::FoundPupil>& found)
{
    m_found = found;
    m_isNobody = found.empty() && typed().size() >= enoughTyped;
    m_list->clear();
    for (const auto& pupil : found)
        m_list->addItem(lineOf(pupil));
    if (!found.empty()) {
        const int rows = qMin(mostRows, static_cast<int>(found.size()));
        m_list->setFixedHeight(rows * m_list->sizeHintForRow(0) + 2 * m_list->frameWidth() + 4);
        m_list->setAccessibleName(found.size() == 1 ? u"One pupil with such a name"_s
                                                    : u"%1 pupils with such a name"_s.arg(found.size()));
        announce(m_list);
    }
    refresh();
}

void PupilMatches::take(int row)
{
    if (row < 0 || row >= static_cast<int>(m_found.size()))
        return;
    const auto pupil = m_found[static_cast<std::size_t>(row)];
    const bool hadFocus = m_list->hasFocus();
    setId(pupil.id);
    Q_EMIT taken(pupil);
    if (hadFocus)
        m_fields.back()->setFocus(Qt::OtherFocusReason);
}

void PupilMatches::drop()
{
    setId({});
    m_fields.front()->setFocus(Qt::OtherFocusReason);
    Q_EMIT dropped();
}

void PupilMatches::refresh()
{
    const bool offers = !m_found.empty();
    m_remark->setText(offers ? howToPick() : u"The register knows nobody with such a name. Just go on."_s);
    m_list->setVisible(offers);
    m_remark->setVisible(offers || m_isNobody);
    m_chosen->setVisible(!m_id.isEmpty());
    setVisible(offers || m_isNobody || !m_id.isEmpty());
}

bool PupilMatches::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    if (watched != m_list) {
        if (key->key() != Qt::Key_Down || m_found.empty())
            return false;
        m_list->setCurrentRow(0);
        m_list->setFocus(Qt::OtherFocusReason);
        return true;
    }
    switch (key->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (key->modifiers().testFlag(Qt::ControlModifier))
            return false;
        take(m_list->currentRow());
        return true;
    case Qt::Key_Up:
        if (m_list->currentRow() > 0)
            return false;
        m_fields.front()->setFocus(Qt::OtherFocusReason);
        return true;
    case Qt::Key_Escape:
        m_fields.front()->setFocus(Qt::OtherFocusReason);
        show({});
        m_isNobody = false;
        refresh();
        return true;
    default: return false;
    }
}

} // namespace heed::gui::log
