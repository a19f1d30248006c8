#include "gui/cases/inline_form.h"

#include "gui/cases/beside.h"
#include "gui/frame/look.h"
#include "gui/log/day_field.h"
#include "gui/log/disclosure.h"
#include "gui/log/form_state.h"
#include "gui/log/text_box.h"
#include "gui/widgets/flow_layout.h"
#include "gui/widgets/kit.h"

#include "rules/school_time.h"

#include <QApplication>
#include <QGridLayout>
#include <QLineEdit>
#include <QShortcut>

namespace heed::gui::cases {

using namespace Qt::StringLiterals;

namespace {

QWidget* makeInput(const FieldSpec& spec)
{
    switch (spec.input) {
    case Input::Line: {
        auto* line = new QLineEdit(spec.preset);
        line->setMaxLength(280);
        return line;
    }
    case Input::Text: {
        auto* box = new log::TextBox(3);
        box->setPlainText(spec.preset);
        return box;
    }
    case Input::Choice: {
        auto* combo = new CalmComboBox;
        combo->addItem(u"Choose"_s);
        combo->addItems(spec.choices);
        combo->setCurrentIndex(qMax(0, combo->findText(spec.preset)));
        return combo;
    }
    case Input::Day: {
        auto* day = new log::DayField;
        day->setText(spec.preset);
        return day;
    }
    case Input::Time: {
        auto* time = new log::TimeField;
        time->setText(spec.preset);
        return time;
    }
    }
    return nullptr;
}

/// Short fields stand side by side, in two columns.
struct TwoColumns {
    QGridLayout* grid = new QGridLayout;
    int row = 0;
    int column = 0;

    TwoColumns()
    {
        grid->setContentsMargins(0, 0, 0, 0);
        grid->setHorizontalSpacing(em(1));
        grid->setVerticalSpacing(em(0.7));
        grid->setColumnStretch(0, 1);
        grid->setColumnStretch(1, 1);
    }

    void add(QWidget* field, bool isWide)
    {
        if (isWide && column > 0)
            next();
        grid->addWidget(field, row, column, 1, isWide ? 2 : 1, Qt::AlignTop);
        column += isWide ? 2 : 1;
        if (column >= 2)
            next();
    }

private:
    void next()
    {
        ++row;
        column = 0;
    }
};

} // namespace

InlineForm::InlineForm(const QString& name, const QString& title, const std::vector<FieldSpec>& fields,
                       const QString& save, QWidget* parent)
    : Card(title, parent)
    , m_name(name)
    , m_specs(fields)
    , m_beforeTitle(textLabel({}, this))
    , m_error(new Banner(Banner::Tone::Warning, name + u".error"_s, this))
    , m_save(primaryButton(name + u".save"_s, save, this))
{
    setObjectName(name);
    m_beforeTitle->setObjectName(name + u".before"_s);
    content()->addWidget(m_beforeTitle);
    m_beforeTitle->hide();
    content()->addWidget(m_error);
    m_error->hide();
    makeFields();
    auto* buttons = new QWidget(this);
    auto* line = new FlowLayout(buttons);
    line->setContentsMargins(0, 0, 0, 0);
    auto* cancel = button(name + u".cancel"_s, u"Cancel"_s, buttons);
    line->addWidget(m_save);
    line->addWidget(cancel);
    content()->addWidget(buttons);
    connect(m_save, &QPushButton::clicked, this, [this] {
        if (check())
            Q_EMIT submitted();
    });
    connect(cancel, &QPushButton::clicked, this, &InlineForm::cancelled);
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto* shortcut = new QShortcut(QKeySequence(Qt::CTRL | key), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, m_save, &QPushButton::click);
    }
    m_untouched = state();
}

void InlineForm::makeFields()
{
    TwoColumns columns;
    content()->addLayout(columns.grid);
    QString group;
    for (const auto& spec : m_specs) {
        if (spec.group != group) {
            group = spec.group;
            columns = {};
            auto* part = new QWidget;
            part->setLayout(columns.grid);
            content()->addWidget(new log::Disclosure(m_name + u".more"_s, group, part, this));
        }
        auto* field = new Field(m_name + u'.' + spec.key, spec.label, makeInput(spec), spec.hint, this);
        m_fields.insert(spec.key, field);
        QWidget* placed = field;
        if (spec.hasBefore) {
            auto* beside = new Beside(m_name + u'.' + spec.key, field, this);
            m_besides.insert(spec.key, beside);
            placed = beside;
        }
        columns.add(placed, spec.input == Input::Text);
        if (auto* line = qobject_cast<QLineEdit*>(field->input()))
            connect(line, &QLineEdit::textChanged, this, &InlineForm::edited);
        else if (auto* box = qobject_cast<log::TextBox*>(field->input()))
            connect(box, &log::TextBox::textChanged, this, &InlineForm::edited);
        else if (auto* combo = qobject_cast<QComboBox*>(field->input()))
            connect(combo, &QComboBox::currentIndexChanged, this, &InlineForm::edited);
    }
}

QString InlineForm::text(const QString& key) const
{
    const auto* field = m_fields.value(key);
    if (!field)
        return {};
    const auto* input = field->input();
    if (const auto* line = qobject_cast<const QLineEdit*>(input))
        return line->text().trimmed();
    if (const auto* box = qobject_cast<const log::TextBox*>(input))
        return box->words().trimmed();
    if (const auto* combo = qobject_cast<const QComboBox*>(input))
        return combo->currentIndex() > 0 ? combo->currentText() : QString();
    return {};
}

int InlineForm::choice(const QString& key) const
{
    return qobject_cast<const QComboBox*>(m_fields.value(key)->input())->currentIndex() - 1;
}

std::optional<QDate> InlineForm::day(const QString& key) const
{
    return qobject_cast<const log::DayField*>(m_fields.value(key)->input())->day();
}

std::optional<QDateTime> InlineForm::when(const QString& dayKey, const QString& timeKey) const
{
    const auto date = day(dayKey);
    if (!date)
        return {};
    const auto time = qobject_cast<const log::TimeField*>(m_fields.value(timeKey)->input())->time();
    return rules::atSchoolTime(*date, time.value_or(QTime(12, 0)));
}

bool InlineForm::check()
{
    QWidget* first = nullptr;
    for (const auto& spec : m_specs) {
        auto* field = m_fields.value(spec.key);
        QString problem;
        if (const auto* day = qobject_cast<const log::DayField*>(field->input()); day && day->isUnreadable())
            problem = u"Heed cannot read this as a day. Write it as 3/5/2026, or leave it empty."_s;
        else if (const auto* time = qobject_cast<const log::TimeField*>(field->input()); time && time->isUnreadable())
            problem = u"Heed cannot read this as a time. Write it as 14:10, or leave it empty."_s;
        else if (!spec.missing.isEmpty() && text(spec.key).isEmpty())
            problem = spec.missing;
        field->setError(problem);
        if (!problem.isEmpty() && !first)
            first = field->input();
    }
    if (first)
        first->setFocus(Qt::OtherFocusReason);
    return !first;
}

bool InlineForm::isTouched() const
{
    return state() != m_untouched;
}

void InlineForm::setBefore(const QString& title, const QString& label, const QMap<QString, QString>& words)
{
    m_beforeTitle->setText(title);
    m_beforeTitle->setVisible(!words.isEmpty());
    for (auto beside = m_besides.begin(); beside != m_besides.end(); ++beside)
        beside.value()->setBefore(label, words.value(beside.key()));
}

QCborMap InlineForm::state() const
{
    return log::stateOf(this, m_name + u'.');
}

void InlineForm::restore(const QCborMap& state)
{
    log::setState(this, m_name + u'.', state);
}

void InlineForm::clear()
{
    for (const auto& spec : m_specs) {
        auto* field = m_fields.value(spec.key);
        field->clearError();
        if (auto* line = qobject_cast<QLineEdit*>(field->input()))
            line->setText(spec.preset);
        else if (auto* box = qobject_cast<log::TextBox*>(field->input()))
            box->setPlainText(spec.preset);
        else if (auto* combo = qobject_cast<QComboBox*>(field->input()))
            combo->setCurrentIndex(qMax(0, combo->findText(spec.preset)));
    }
    m_error->hide();
}

void InlineForm::setBusy(bool busy)
{
    auto* focus = QApplication::focusWidget();
    if (busy && focus && isAncestorOf(focus))
        m_typing = focus; // a form that is disabled loses it to whatever comes next on the page
    setEnabled(!busy);
}

void InlineForm::showError(const QString& sentence)
{
    setBusy(false);
    if (m_typing)
        m_typing->setFocus(Qt::OtherFocusReason);
    m_error->announce(u"It was not recorded"_s, sentence);
}

void InlineForm::focusFirst()
{
    QWidget* first = m_specs.empty() ? m_save : m_fields.value(m_specs.front().key)->input();
    first->setFocus(Qt::OtherFocusReason);
}

} // namespace heed::gui::cases
