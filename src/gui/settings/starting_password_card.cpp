#include "gui/settings/starting_password_card.h"
#include "gui/widgets/flow_layout.h"
#include "gui/widgets/named.h"
#include "gui/widgets/paper_dialog.h"
#include "gui/widgets/secret_clipboard.h"

#include "platform/clock.h"
#include "report/document.h"

#include <QFontDatabase>

namespace heed::gui::settings {

StartingPasswordCard::StartingPasswordCard(const QString& school, QWidget* parent)
    : Card(tr("Starting password"), parent)
    , m_school(school)
    , m_who(textLabel({}))
    , m_shown(new QLabel)
{
    setObjectName(QStringLiteral("startingPasswordCard"));
    named(m_shown, QStringLiteral("startingPassword"), tr("Starting password"));
    m_shown->setTextFormat(Qt::PlainText);
    m_shown->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_shown->setProperty("role", QStringLiteral("large"));
    m_shown->setWordWrap(true);
    auto* copy = button(QStringLiteral("startingPasswordCopy"), tr("Copy (for 30 seconds)"));
    auto* printButton = button(QStringLiteral("startingPasswordPrint"), tr("Print\u2026"));
    auto* done = primaryButton(QStringLiteral("startingPasswordDone"), tr("I have passed it on"));
    auto* buttons = new FlowLayout;
    for (auto* each : {copy, printButton, done})
        buttons->addWidget(each);
    content()->addWidget(m_who);
    content()->addWidget(m_shown);
    content()->addLayout(buttons);
    connect(copy, &QPushButton::clicked, this, [this] { copySecret(m_password); });
    connect(printButton, &QPushButton::clicked, this, &StartingPasswordCard::print);
    connect(done, &QPushButton::clicked, this, &StartingPasswordCard::forget);
    hide();
}

StartingPasswordCard::~StartingPasswordCard()
{
    m_password.fill(u'\0');
    clearCopiedSecret();
}

void StartingPasswordCard::tell(const QString& name, const QString& password)
{
    m_name = name;
    m_password = password;
    m_who->setText(
        tr("%1 can sign in with this password once, and then chooses one of their own. It is not shown again. "
           "Give it to them in person.")
            .arg(name));
    m_shown->setText(password);
    m_shown->setAccessibleDescription(password);
    show();
    m_shown->setFocus();
}

void StartingPasswordCard::forget()
{
    m_password.fill(u'\0');
    m_password.clear();
    m_shown->clear();
    m_shown->setAccessibleDescription({});
    clearCopiedSecret();
    hide();
    Q_EMIT passedOn();
}

void StartingPasswordCard::print()
{
    report::Document document;
    document.sheet.title = tr("Starting password");
    document.sheet.mark = tr("Secret: for its holder alone");
    document.sheet.printing.school = m_school;
    document.sheet.printing.recipient = m_name;
    document.sheet.printing.printedAt = platform::now();
    document.add(report::Heading{tr("Your start with Heed"), 0, {}});
    document.add(report::Facts{{{tr("Name"), m_name, report::Voice::Strong, tr("Type it as it stands here.")},
                                {tr("Password"), m_password, report::Voice::Strong,
                                 tr("For the first time only; then you choose your own.")}}});
    document.add(report::Paragraph{tr("Destroy this sheet when you have signed in.")});
    auto* dialog = new PaperDialog(tr("Starting password"), tr("Starting password"), {document}, this);
    dialog->open();
}

} // namespace heed::gui::settings
