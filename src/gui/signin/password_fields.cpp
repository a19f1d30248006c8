#include "gui/signin/password_fields.h"
#include "gui/frame/look.h"
#include "gui/widgets/field.h"
#include "gui/widgets/named.h"

#include "session/people.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QProgressBar>

namespace heed::gui::signin {
namespace {

constexpr int best = 4; // as zxcvbn counts

QLineEdit* secretLine()
{
    auto* line = new QLineEdit;
    line->setEchoMode(QLineEdit::Password);
    line->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    return line;
}

} // namespace

PasswordFields::PasswordFields(const QString& objectName, QWidget* parent)
    : QWidget(parent)
    , m_first(secretLine())
    , m_second(secretLine())
    , m_firstField(new Field(
          objectName, tr("New password"), m_first,
          tr("Four or five words that do not belong together are hard to guess and easy to keep. You may paste it.")))
    , m_secondField(new Field(objectName + QStringLiteral("Again"), tr("The same once more"), m_second))
    , m_bar(named(new QProgressBar, objectName + QStringLiteral("Strength"), tr("How hard it is to guess")))
    , m_verdict(remarkLabel({}))
    , m_show(
          named(new QCheckBox(tr("Show what I typed")), objectName + QStringLiteral("Show"), tr("Show what I typed")))
{
    m_bar->setRange(0, best);
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(em(9));
    m_verdict->setObjectName(objectName + QStringLiteral("Verdict"));
    auto* strength = new QHBoxLayout;
    strength->addWidget(m_bar);
    strength->addWidget(m_verdict, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_firstField);
    column->addLayout(strength);
    column->addWidget(m_secondField);
    column->addWidget(m_show);
    setFocusProxy(m_first);
    connect(m_first, &QLineEdit::textChanged, this, &PasswordFields::judge);
    connect(m_second, &QLineEdit::textChanged, m_secondField, &Field::clearError);
    connect(m_show, &QCheckBox::toggled, this, [this](bool on) {
        for (auto* line : {m_first, m_second})
            line->setEchoMode(on ? QLineEdit::Normal : QLineEdit::Password);
    });
    judge();
}

void PasswordFields::setFor(model::Role role, std::function<QStringList()> known)
{
    m_role = role;
    m_known = std::move(known);
    judge();
}

void PasswordFields::judge()
{
    static const QStringList words{tr("Guessed at once"), tr("Very easy to guess"), tr("Easy to guess"),
                                   tr("Hard to guess"), tr("Very hard to guess")};
    m_firstField->clearError();
    const auto typed = m_first->text();
    const int strength = typed.isEmpty() ? 0 : session::passwordStrength(typed, m_known ? m_known() : QStringList());
    m_bar->setValue(strength);
    const bool reader = m_role != model::Role::Staff;
    const auto wanted =
        reader ? tr("Needed: very hard to guess, because it guards the records.") : tr("Needed: hard to guess.");
    m_verdict->setText(typed.isEmpty() ? wanted : words.value(strength) + QStringLiteral(". ") + wanted);
    m_bar->setAccessibleDescription(m_verdict->text());
}

bool PasswordFields::check()
{
    const auto good = session::checkPassword(m_first->text(), m_role, m_known ? m_known() : QStringList());
    m_firstField->setError(good ? QString() : good.error().message);
    const bool same = m_first->text() == m_second->text();
    m_secondField->setError(same ? QString() : tr("This is not the same as above. Type it once more."));
    if (!good)
        m_first->setFocus();
    else if (!same)
        m_second->setFocus();
    return good && same;
}

QString PasswordFields::password() const
{
    return m_first->text();
}

void PasswordFields::clear()
{
    for (auto* line : {m_first, m_second})
        line->clear();
    m_show->setChecked(false);
}

} // namespace heed::gui::signin
