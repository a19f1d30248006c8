#include "gui/widgets/error_summary.h"
#include "gui/frame/look.h"
#include "gui/widgets/announce.h"
#include "gui/widgets/named.h"

#include <QVBoxLayout>

namespace heed::gui {
namespace {

QWidget* fieldOf(const QString& key, const QMap<QString, QWidget*>& fields)
{
    if (auto* exact = fields.value(key))
        return exact;
    // "children[0].upn" is also of "children[0]" and of "children".
    for (auto cut = key.size(); cut > 0; --cut)
        if (key.at(cut - 1) == u'.' || key.at(cut - 1) == u'[')
            if (auto* part = fields.value(key.left(cut - 1)))
                return part;
    return nullptr;
}

} // namespace

ErrorSummary::ErrorSummary(const QString& objectName, QWidget* parent)
    : QFrame(parent)
    , m_title(headingLabel({}))
    , m_list(nullptr)
    , m_items(nullptr)
{
    setObjectName(objectName);
    setProperty("role", QStringLiteral("errors"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(em(1), em(0.8), em(1), em(0.8));
    column->addWidget(m_title);
    hide();
}

void ErrorSummary::tell(const std::vector<rules::Problem>& problems, const QMap<QString, QWidget*>& fields)
{
    clear();
    m_items = new QWidget;
    m_list = new QVBoxLayout(m_items);
    m_list->setContentsMargins(0, 0, 0, 0);
    m_list->setSpacing(em(0.2));
    for (const auto& problem : problems) {
        ++m_count;
        const auto name = QStringLiteral("%1Item%2").arg(objectName()).arg(m_count);
        QPointer<QWidget> field = fieldOf(problem.key, fields);
        if (!field) {
            auto* words = textLabel(problem.sentence);
            words->setObjectName(name);
            m_list->addWidget(words);
            continue;
        }
        auto* link = linkButton(name, problem.sentence);
        connect(link, &QPushButton::clicked, this, [field] {
            if (field)
                field->setFocus(Qt::OtherFocusReason);
        });
        m_list->addWidget(link, 0, Qt::AlignLeft);
    }
    m_title->setText(m_count == 1 ? tr("There is one thing to put right")
                                  : tr("There are %1 things to put right").arg(m_count));
    setAccessibleName(m_title->text());
    layout()->addWidget(m_items);
    setVisible(m_count > 0);
    if (m_count > 0)
        announce(this);
}

void ErrorSummary::clear()
{
    delete m_items;
    m_items = nullptr;
    m_count = 0;
    hide();
}

} // namespace heed::gui
