#include "gui/log/sign_list.h"

#include "gui/frame/look.h"
#include "gui/log/day_field.h"
#include "gui/log/field_key.h"
#include "gui/log/own_sign.h"
#include "gui/log/sign_details.h"
#include "gui/log/text_box.h"
#include "gui/log/tick.h"
#include "gui/widgets/kit.h"

#include <QCheckBox>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace heed::gui::log {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 typeAheadPause = 1200; // ms

QString capitalised(QString label)
{
    if (!label.isEmpty())
        label[0] = label[0].toUpper();
    return label;
}

QString meaningText(model::Meaning meaning)
{
    switch (meaning) {
    case model::Meaning::Risk: return u"Can be a sign of risk."_s;
    case model::Meaning::Harm: return u"Can be a sign of harm already happening."_s;
    case model::Meaning::Both: return u"Can be a sign of risk, or of harm already happening."_s;
    }
    return {};
}

QString remarkOf(const model::Sign& sign)
{
    return sign.gloss.isEmpty() ? meaningText(sign.meaning) : sign.gloss + u". "_s + meaningText(sign.meaning);
}

} // namespace

SignRow::SignRow(const model::Sign& sign, QWidget* parent)
    : QWidget(parent)
    , m_sign(sign)
    , m_tick(new Tick(u"sign."_s + sign.code, capitalised(sign.label), remarkOf(sign), this))
    , m_details(new SignDetails(u"sign."_s + sign.code, capitalised(sign.label), true, this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    auto* line = new QHBoxLayout;
    line->setSpacing(em(0.6));
    line->addWidget(m_tick, 1);
    auto* about = linkButton(u"sign."_s + sign.code + u".about"_s, u"About this sign"_s, this);
    about->setAccessibleName(u"About this sign: "_s + capitalised(sign.label));
    // The Tab key goes from sign to sign; F1 does by keyboard what this does.
    about->setFocusPolicy(Qt::NoFocus);
    line->addWidget(about, 0, Qt::AlignTop);
    layout->addLayout(line);
    layout->addWidget(m_details);
    connect(about, &QPushButton::clicked, this, [this] {
        m_tick->box()->setFocus(Qt::OtherFocusReason);
        Q_EMIT guidanceAsked(m_sign.code);
    });

    m_details->setVisible(false);

    connect(m_tick, &Tick::toggled, this, [this](bool ticked) {
        m_details->setVisible(ticked || m_isKept);
        Q_EMIT changed();
    });
    connect(m_details, &SignDetails::changed, this, &SignRow::changed);
}

void SignRow::addDetails(QWidget* more)
{
    m_details->add(more);
}

void SignRow::setKeptOpen(bool kept)
{
    m_isKept = kept;
    m_details->setVisible(kept || isTicked());
}

bool SignRow::isTicked() const
{
    return m_tick->isChecked();
}

model::SignSeen SignRow::seen() const
{
    return m_details->seen(m_sign.code);
}

void SignRow::setSeen(const std::optional<model::SignSeen>& seen)
{
    m_tick->setChecked(seen.has_value());
    m_details->setSeen(seen.value_or(model::SignSeen{}));
}

bool SignRow::matches(const QString& beginning) const
{
    const auto words = QString(m_sign.label + u' ' + m_sign.gloss).split(u' ');
    return std::any_of(words.begin(), words.end(), [&](QString word) {
        while (!word.isEmpty() && !word.front().isLetterOrNumber())
            word.remove(0, 1);
        return word.startsWith(beginning, Qt::CaseInsensitive);
    });
}

SignList::SignList(const model::Checklist& checklist, QWidget* parent)
    : QWidget(parent)
    , m_other(new OwnSign)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    for (const auto& sign : checklist.signsListed) {
        auto* row = new SignRow(sign, this);
        layout->addWidget(row);
        m_rows.push_back(row);
        row->tick()->box()->installEventFilter(this);
        connect(row, &SignRow::changed, this, &SignList::changed);
        connect(row, &SignRow::guidanceAsked, this, &SignList::guidanceAsked);
    }
    layout->addWidget(m_other);
    connect(m_other, &OwnSign::changed, this, &SignList::changed);
    setFocusProxy(first());
}

QWidget* SignList::first() const
{
    return m_rows.empty() ? static_cast<QWidget*>(m_other->box()) : m_rows.front()->tick()->box();
}

std::vector<SignRow*> SignList::ticked() const
{
    std::vector<SignRow*> rows;
    for (auto* row : m_rows)
        if (row->isTicked())
            rows.push_back(row);
    return rows;
}

std::vector<model::SignSeen> SignList::signsSeen() const
{
    std::vector<model::SignSeen> seen;
    for (const auto* row : ticked())
        seen.push_back(row->seen());
    if (const auto own = m_other->seen())
        seen.push_back(*own);
    return seen;
}

QString SignList::otherSign() const
{
    return m_other->words();
}

void SignList::set(const std::vector<model::SignSeen>& signsSeen, const QString& otherSign)
{
    const auto seenOf = [&](const QString& code) {
        const auto found = std::find_if(signsSeen.begin(), signsSeen.end(),
                                        [&](const model::SignSeen& seen) { return seen.code == code; });
        return found == signsSeen.end() ? std::nullopt : std::optional(*found);
    };
    for (auto* row : m_rows)
        row->setSeen(seenOf(row->sign().code));
    m_other->set(otherSign, seenOf(model::otherSignCode));
}

void SignList::choose(const QString& code)
{
    if (code == model::otherSignCode) {
        m_other->box()->setFocus(Qt::OtherFocusReason);
        return;
    }
    for (auto* row : m_rows)
        if (row->sign().code == code) {
            row->tick()->setChecked(true);
            row->tick()->box()->setFocus(Qt::OtherFocusReason);
        }
}

bool SignList::isTicked(const QString& code) const
{
    return std::any_of(m_rows.begin(), m_rows.end(),
                       [&](const SignRow* row) { return row->sign().code == code && row->isTicked(); });
}

void SignList::addDetails(const QString& code, QWidget* more)
{
    for (auto* row : m_rows)
        if (row->sign().code == code)
            return row->addDetails(more);
    delete more;
}

void SignList::setKeptOpen(const QString& code, bool kept)
{
    for (auto* row : m_rows)
        if (row->sign().code == code)
            row->setKeptOpen(kept);
}

std::vector<rules::Problem> SignList::unreadable() const
{
    std::vector<rules::Problem> problems;
    const auto rows = ticked();
    const auto look = [&](const DayField* when, std::size_t place) {
        if (when->isUnreadable())
            problems.push_back(
                {u"signs[%1].seen"_s.arg(place),
                 u"Heed cannot read \"%1\" as the day on which a sign was seen. Write it as day and month, or leave it empty."_s
                     .arg(when->text().left(40))});
    };
    for (std::size_t i = 0; i < rows.size(); ++i)
        look(rows[i]->when(), i);
    look(m_other->details()->when(), rows.size());
    return problems;
}

Field* SignList::fieldOf(const QString& key) const
{
    if (key.startsWith(u"otherSign"_s))
        return m_other->field();
    if (!key.startsWith(u"signs["_s))
        return nullptr;
    const auto rows = ticked();
    const auto read = readKey(key);
    if (read.index == static_cast<int>(rows.size()) && m_other->seen())
        return m_other->details()->whenField();
    if (read.index < 0 || read.index >= static_cast<int>(rows.size()))
        return nullptr;
    const auto* row = rows[static_cast<std::size_t>(read.index)];
    auto* field = fieldIn(row, read.ending);
    return field ? field : row->whenField();
}

bool SignList::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier))
        return false;
    if (key->key() == Qt::Key_F1) {
        Q_EMIT guidanceAsked(m_rows[static_cast<std::size_t>(rowOf(watched))]->sign().code);
        return true;
    }
    if (key->key() == Qt::Key_Down || key->key() == Qt::Key_Up) {
        step(watched, key->key() == Qt::Key_Down ? 1 : -1);
        return true;
    }
    if (const auto typed = key->text(); typed.size() == 1 && typed[0].isLetter())
        return jump(watched, typed);
    return false;
}

int SignList::rowOf(const QObject* box) const
{
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        if (m_rows[i]->tick()->box() == box)
            return static_cast<int>(i);
    return 0;
}

void SignList::step(QObject* from, int by)
{
    const int row = rowOf(from) + by;
    if (row >= 0 && row < static_cast<int>(m_rows.size()))
        m_rows[static_cast<std::size_t>(row)]->tick()->box()->setFocus(Qt::TabFocusReason);
    else if (row > 0)
        m_other->box()->setFocus(Qt::TabFocusReason);
}

bool SignList::jump(QObject* from, const QString& typed)
{
    const bool goesOn = m_sinceTyped.isValid() && m_sinceTyped.elapsed() < typeAheadPause;
    m_typed = goesOn ? QString(m_typed + typed) : typed;
    m_sinceTyped.start();
    const int here = rowOf(from);
    const int count = static_cast<int>(m_rows.size());
    // A word that goes on may stay where it is; a new one goes on to the next sign.
    for (int step = goesOn ? 0 : 1; step <= count; ++step) {
        auto* row = m_rows[static_cast<std::size_t>((here + step) % count)];
        if (row->matches(m_typed)) {
            row->tick()->box()->setFocus(Qt::TabFocusReason);
            return true;
        }
    }
    return true;
}

} // namespace heed::gui::log
