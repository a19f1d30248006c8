#include "gui/settings/posts_editor.h"
#include "gui/frame/look.h"
#include "gui/settings/contact_row.h"
#include "gui/widgets/field.h"
#include "gui/widgets/field_grid.h"
#include "gui/widgets/named.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace heed::gui::settings {
namespace {

std::optional<QString> numberIn(const QLineEdit* line)
{
    const auto typed = line->text().trimmed();
    return typed.isEmpty() ? std::optional<QString>() : typed;
}

} // namespace

PostsEditor::PostsEditor(QWidget* parent)
    : QWidget(parent)
    , m_mash(new ContactRow({}, QStringLiteral("mash")))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(em(0.8));
    const auto mash = tr("For a child who is not at this school");
    head(column, mash, tr("The council\u2019s line. Staff ring it themselves."));
    m_mash->setAlone(mash);
    column->addWidget(m_mash);
    connect(m_mash, &EditorRow::changed, this, &PostsEditor::changed);
    m_head = add(column, QStringLiteral("head"), tr("Head teacher"),
                 tr("Is told of a worry about an adult who works or volunteers here."));
    m_chair = add(column, QStringLiteral("chair"), tr("Chair of governors"), tr("Is told of a worry about the head."));
    m_lado = add(column, QStringLiteral("lado"), tr("Local authority designated officer (LADO)"),
                 tr("Where neither the head nor the chair is neutral."));
}

void PostsEditor::head(QVBoxLayout* column, const QString& title, const QString& hint)
{
    auto* heading = textLabel(title);
    heading->setProperty("role", QStringLiteral("strong"));
    column->addWidget(heading);
    column->addWidget(remarkLabel(hint));
}

PostsEditor::Post PostsEditor::add(QVBoxLayout* column, const QString& objectName, const QString& title,
                                   const QString& hint)
{
    head(column, title, hint);
    Post post{new QLineEdit, new QLineEdit};
    std::vector<Field*> fields{new Field(objectName + QStringLiteral("Name"), tr("Name"), post.name),
                               new Field(objectName + QStringLiteral("Phone"), tr("Number"), post.phone)};
    post.name->setAccessibleName(tr("%1: name").arg(title));
    post.phone->setAccessibleName(tr("%1: number").arg(title));
    column->addWidget(new FieldGrid(fields));
    for (auto* line : {post.name, post.phone})
        connect(line, &QLineEdit::textEdited, this, &PostsEditor::changed);
    return post;
}

void PostsEditor::setProfile(const model::Profile& profile)
{
    const auto fill = [](const Post& post, const auto& from) {
        post.name->setText(from.name);
        post.phone->setText(from.phone.value_or(QString()));
    };
    m_mash->setContact(profile.mash);
    fill(m_head, profile.head);
    fill(m_chair, profile.chair);
    fill(m_lado, profile.lado);
}

void PostsEditor::writeTo(model::Profile& profile) const
{
    const auto take = [](const Post& post, auto& to) {
        to.name = post.name->text().trimmed();
        to.phone = numberIn(post.phone);
    };
    auto mash = m_mash->contact();
    if (mash.phone != profile.mash.phone && mash.source == profile.mash.source)
        mash.source = tr("Entered by the school");
    profile.mash = mash;
    take(m_head, profile.head);
    take(m_chair, profile.chair);
    take(m_lado, profile.lado);
}

QMap<QString, QWidget*> PostsEditor::fields() const
{
    return {{QStringLiteral("mash"), m_mash->firstField()},
            {QStringLiteral("mash.name"), m_mash->firstField()},
            {QStringLiteral("mash.phone"), m_mash->phoneField()},
            {QStringLiteral("head"), m_head.name},
            {QStringLiteral("head.name"), m_head.name},
            {QStringLiteral("head.phone"), m_head.phone},
            {QStringLiteral("chair"), m_chair.name},
            {QStringLiteral("chair.name"), m_chair.name},
            {QStringLiteral("chair.phone"), m_chair.phone},
            {QStringLiteral("lado"), m_lado.name},
            {QStringLiteral("lado.name"), m_lado.name},
            {QStringLiteral("lado.phone"), m_lado.phone}};
}

} // namespace heed::gui::settings
