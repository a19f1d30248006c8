#include "gui/signin/set_up_steps.h"
#include "gui/frame/look.h"
#include "gui/settings/leads_editor.h"
#include "gui/settings/posts_editor.h"
#include "gui/settings/shares_editor.h"
#include "gui/signin/password_fields.h"
#include "gui/widgets/kit.h"

#include "platform/groups.h"
#include "platform/network_folder.h"
#include "rules/profile_check.h"
#include "platform/clock.h"

#include <QDir>
#include <QFileDialog>
#include <QLineEdit>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace heed::gui::signin {
namespace {

QVBoxLayout* columnOf(QWidget* step)
{
    auto* column = new QVBoxLayout(step);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(em(0.9));
    return column;
}

QString fileNameOf(const QString& school)
{
    QString name = school.simplified();
    static const QRegularExpression unsafe(QStringLiteral("[/\\\\:*?\"<>|]"));
    name.remove(unsafe);
    return (name.isEmpty() ? QStringLiteral("Our school") : name) + QStringLiteral(".heed");
}

} // namespace

SchoolStep::SchoolStep()
    : m_name(new QLineEdit)
    , m_nameField(new Field(QStringLiteral("setUpSchool"), tr("Name of the school"), m_name))
    , m_posts(new settings::PostsEditor)
{
    auto* column = columnOf(this);
    column->addWidget(
        textLabel(tr("What you do not know yet can wait: Heed shows it as not confirmed, and asks again.")));
    column->addWidget(m_nameField);
    column->addWidget(m_posts);
}

void SchoolStep::read(const session::SetUpRequest& request)
{
    if (!m_name->text().isEmpty())
        return;
    m_name->setText(request.profile.school.name);
    m_name->selectAll();
    m_posts->setProfile(request.profile);
}

bool SchoolStep::write(session::SetUpRequest& request)
{
    request.profile.school.name = m_name->text().trimmed();
    m_posts->writeTo(request.profile);
    m_nameField->setError(request.profile.school.name.isEmpty() ? tr("Give the school\u2019s name.") : QString());
    if (!m_nameField->error().isEmpty())
        m_name->setFocus();
    return m_nameField->error().isEmpty();
}

QWidget* SchoolStep::firstField()
{
    return m_name;
}

LeadsStep::LeadsStep()
    : m_leads(new settings::LeadsEditor(false))
    , m_errors(new ErrorSummary(QStringLiteral("setUpLeadErrors")))
{
    auto* column = columnOf(this);
    column->addWidget(textLabel(tr("The first of them who can be reached is told. Put them in that order. Who is away, "
                                   "and who is on duty when, can be said later in Settings.")));
    column->addWidget(m_errors);
    column->addWidget(m_leads);
}

void LeadsStep::read(const session::SetUpRequest& request)
{
    if (std::exchange(m_filled, true))
        return;
    m_leads->setLeads(request.profile.dsls);
}

bool LeadsStep::write(session::SetUpRequest& request)
{
    const auto leads = m_leads->leads();
    if (!leads)
        return false;
    request.profile.dsls = *leads;
    const auto refused = rules::checkProfile(request.profile, platform::inSchoolTime(platform::now()).date()).refused;
    QMap<QString, QWidget*> fields;
    for (std::size_t i = 0; i < leads->size(); ++i)
        fields.insert(QStringLiteral("dsls[%1]").arg(i),
                      findChild<QLineEdit*>(QStringLiteral("leadName%1").arg(i + 1)));
    m_errors->tell(refused, fields);
    return refused.empty();
}

QWidget* LeadsStep::firstField()
{
    return findChild<QLineEdit*>(QStringLiteral("leadName1"));
}

PlaceStep::PlaceStep()
    : m_folder(new QLineEdit)
    , m_field(new Field(
          QStringLiteral("setUpFolder"), tr("Folder"), m_folder,
          tr("It is made for you. Everything in it is sealed: a copy of it is a backup that nobody can read.")))
    , m_network(new Banner(Banner::Tone::Warning, QStringLiteral("setUpNetworkWarning")))
    , m_group(new CalmComboBox)
{
    auto* chooseButton = button(QStringLiteral("setUpChooseFolder"), tr("Choose\u2026"));
    auto* column = columnOf(this);
    column->addWidget(m_field);
    column->addWidget(chooseButton, 0, Qt::AlignLeft);
    column->addWidget(m_network);
    m_group->addItem(tr("Nobody: all staff use this one account"));
    for (const auto& group : platform::ownGroups())
        m_group->addItem(tr("The group \u201c%1\u201d").arg(group), group);
    column->addWidget(new Field(
        QStringLiteral("setUpGroup"), tr("Shared with other accounts of this computer"), m_group,
        tr("Only where staff sign in to this computer each with an account of their own: the system group that they "
           "are all in, and nobody else. IT knows its name.")));
    m_network->hide();
    connect(chooseButton, &QPushButton::clicked, this, &PlaceStep::choose);
    connect(m_folder, &QLineEdit::textChanged, this, &PlaceStep::look);
}

void PlaceStep::read(const session::SetUpRequest& request)
{
    if (m_folder->text().isEmpty() || request.profile.school.name != m_school) {
        const auto folder = m_folder->text().isEmpty()
                                ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)
                                : QFileInfo(m_folder->text()).path();
        m_folder->setText(QDir(folder).filePath(fileNameOf(request.profile.school.name)));
    }
    m_school = request.profile.school.name;
}

void PlaceStep::choose()
{
    auto* dialog = named(new QFileDialog(this, tr("Folder for the records")), QStringLiteral("setUpFolderDialog"),
                         tr("Folder for the records"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    dialog->setDirectory(QFileInfo(m_folder->text()).path());
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString& folder) { m_folder->setText(QDir(folder).filePath(fileNameOf(m_school))); });
    dialog->open();
}

void PlaceStep::look()
{
    m_field->clearError();
    const auto kind = platform::networkFileSystem(m_folder->text());
    m_network->setVisible(kind.has_value());
    if (kind)
        m_network->set(tr("This is a network folder (%1)").arg(*kind),
                       tr("Two computers writing at once, or a connection that breaks, can damage the records there. A "
                          "disk of this computer is safer, with backups to another place."));
}

bool PlaceStep::write(session::SetUpRequest& request)
{
    request.path = QDir::cleanPath(m_folder->text().trimmed());
    QString wrong;
    if (m_folder->text().trimmed().isEmpty() || !QDir::isAbsolutePath(request.path))
        wrong = tr("Give the whole path of a folder.");
    else if (QFileInfo::exists(request.path))
        wrong = tr("There is something of this name already. Choose another name.");
    request.group = m_group->currentData().toString();
    m_field->setError(wrong);
    if (!wrong.isEmpty())
        m_folder->setFocus();
    return wrong.isEmpty();
}

QWidget* PlaceStep::firstField()
{
    return m_folder;
}

YouStep::YouStep()
    : m_name(new CalmComboBox)
    , m_nameField(new Field(QStringLiteral("setUpMember"), tr("Your name"), m_name,
                            tr("You are the first safeguarding lead who signs in. You enrol the others.")))
    , m_password(new PasswordFields(QStringLiteral("setUpPassword")))
{
    m_name->setEditable(true);
    m_name->lineEdit()->setObjectName(QStringLiteral("setUpMemberEdit"));
    m_name->lineEdit()->setAccessibleName(tr("Your name"));
    auto* column = columnOf(this);
    column->addWidget(m_nameField);
    column->addWidget(m_password);
    m_password->setFor(model::Role::Dsl, [this] { return QStringList{m_name->currentText(), m_school}; });
    connect(m_name, &QComboBox::currentTextChanged, m_nameField, &Field::clearError);
}

void YouStep::read(const session::SetUpRequest& request)
{
    m_school = request.profile.school.name;
    const auto chosen = m_name->currentText();
    m_name->clear();
    for (const auto& lead : request.profile.dsls)
        m_name->addItem(lead.name);
    if (!chosen.isEmpty())
        m_name->setCurrentText(chosen);
    m_name->lineEdit()->selectAll(); // what is typed takes its place
}

bool YouStep::write(session::SetUpRequest& request)
{
    request.member = m_name->currentText().simplified();
    m_nameField->setError(request.member.isEmpty() ? tr("Give your name.") : QString());
    if (!m_nameField->error().isEmpty()) {
        m_name->setFocus();
        return false;
    }
    if (!m_password->check())
        return false;
    request.password = m_password->password();
    return true;
}

QWidget* YouStep::firstField()
{
    return m_name;
}

RecoveryStep::RecoveryStep()
    : m_shares(new settings::SharesEditor(QStringLiteral("setUp")))
{
    auto* column = columnOf(this);
    column->addWidget(textLabel(
        tr("If all safeguarding leads leave or forget their passwords, nobody can read the records any more: not "
           "Heed\u2019s makers, not the council. "
           "So a recovery key is split and printed. One sheet alone opens nothing; enough of them together do.")));
    column->addWidget(m_shares);
}

void RecoveryStep::read(const session::SetUpRequest& request)
{
    const auto& profile = request.profile;
    m_shares->suggest({profile.head.name.isEmpty() ? tr("Head teacher") : profile.head.name, request.member,
                       profile.chair.name.isEmpty() ? tr("Chair of governors") : profile.chair.name});
}

bool RecoveryStep::write(session::SetUpRequest& request)
{
    request.shares = m_shares->count();
    request.threshold = m_shares->threshold();
    request.holders = m_shares->holders();
    return m_shares->check();
}

QWidget* RecoveryStep::firstField()
{
    return m_shares->firstField();
}

} // namespace heed::gui::signin
