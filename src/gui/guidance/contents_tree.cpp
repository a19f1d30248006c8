#include "gui/guidance/contents_tree.h"
#include "gui/widgets/named.h"

#include <QHeaderView>
#include <QStyledItemDelegate>
#include <QTreeWidgetItemIterator>

namespace heed::gui::guidance {
namespace {

namespace lib = heed::guidance;

constexpr int idRole = Qt::UserRole;
constexpr int headingRole = Qt::UserRole + 1;

QString titleOf(const lib::Line& line)
{
    if (line.own)
        return ContentsTree::tr("Our school");
    if (line.card)
        return *line.card == lib::CardKind::Contact ? ContentsTree::tr("Numbers to ring")
                                                    : ContentsTree::tr("Read and watch");
    switch (line.section.value_or(lib::Section::School)) {
    case lib::Section::Basics: return ContentsTree::tr("What it is");
    case lib::Section::Signs: return ContentsTree::tr("The signs");
    case lib::Section::Act: return ContentsTree::tr("What to do");
    case lib::Section::Tools: return ContentsTree::tr("Tools and services");
    case lib::Section::Learn: return ContentsTree::tr("Learn");
    case lib::Section::School: break;
    }
    return ContentsTree::tr("Our school");
}

/// Rows as high as their words need: a tree of Qt's own asks for one line, whatever its width.
class Wrapping : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const auto* tree = static_cast<const QTreeView*>(option.widget);
        int depth = 1;
        for (auto above = index.parent(); above.isValid(); above = above.parent())
            ++depth;
        auto wide = option;
        wide.rect = {0, 0, tree->viewport()->width() - depth * tree->indentation(), 1}; // an empty one is not looked at
        return QStyledItemDelegate::sizeHint(wide, index);
    }
};

QTreeWidgetItem* itemOf(const QString& id, const QString& title)
{
    auto* item = new QTreeWidgetItem({title});
    item->setData(0, idRole, id);
    item->setData(0, headingRole, -1);
    item->setToolTip(0, title);
    return item;
}

} // namespace

ContentsTree::ContentsTree(QWidget* parent)
    : QTreeWidget(parent)
{
    named(this, QStringLiteral("guidanceContents"), tr("Contents of the guidance"));
    setHeaderHidden(true);
    setColumnCount(1);
    setItemDelegate(new Wrapping(this));
    setWordWrap(true); // nothing of a title or of what was found is cut off
    setTextElideMode(Qt::ElideNone);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(this, &QTreeWidget::itemClicked, this, &ContentsTree::pick);
    connect(this, &QTreeWidget::itemActivated, this, &ContentsTree::pick);
}

void ContentsTree::showAll(const lib::Listing& listing)
{
    clear();
    QMap<QString, QTreeWidgetItem*> sections;
    for (const auto& line : listing.entries) {
        const auto title = titleOf(line);
        auto*& section = sections[title];
        if (!section) {
            section = new QTreeWidgetItem(this, {title});
            auto font = this->font();
            font.setBold(true);
            section->setFont(0, font);
            section->setExpanded(line.own || !line.card);
        }
        section->addChild(itemOf(line.id, line.title));
    }
}

void ContentsTree::showFound(const lib::Found& found)
{
    clear();
    for (const auto& hit : found.hits) {
        auto* item = itemOf(hit.id, hit.title);
        addTopLevelItem(item);
        auto* snippet =
            itemOf(hit.id, hit.heading.isEmpty() ? hit.snippet : hit.heading + QStringLiteral(": ") + hit.snippet);
        item->addChild(snippet);
        item->setExpanded(true);
    }
    if (found.hits.empty())
        addTopLevelItem(new QTreeWidgetItem({tr("Nothing was found. Try another word.")}));
    scrollToTop(); // the best stands first
}

QTreeWidgetItem* ContentsTree::find(const QString& id) const
{
    for (QTreeWidgetItemIterator each(const_cast<ContentsTree*>(this)); *each; ++each)
        if ((*each)->data(0, idRole).toString() == id && (*each)->data(0, headingRole).toInt() < 0)
            return *each;
    return nullptr;
}

void ContentsTree::setOpened(const lib::Shown& shown)
{
    for (QTreeWidgetItemIterator each(this); *each; ++each)
        if (!(*each)->data(0, headingRole).isNull() && (*each)->data(0, headingRole).toInt() >= 0) {
            qDeleteAll((*each)->parent()->takeChildren());
            break;
        }
    auto* item = find(shown.line.id);
    if (!item)
        return;
    if (item->childCount() == 0)
        for (std::size_t i = 0; i < shown.contents.size(); ++i) {
            auto* heading = itemOf(shown.line.id, shown.contents[i].text);
            heading->setData(0, headingRole, static_cast<int>(i));
            item->addChild(heading);
        }
    if (item->parent())
        item->parent()->setExpanded(true);
    item->setExpanded(true);
    setCurrentItem(item);
    scrollToItem(item);
}

void ContentsTree::resizeEvent(QResizeEvent* event)
{
    QTreeWidget::resizeEvent(event);
    scheduleDelayedItemsLayout(); // rows wrap anew
}

void ContentsTree::pick(QTreeWidgetItem* item)
{
    const auto id = item->data(0, idRole).toString();
    if (id.isEmpty())
        item->setExpanded(!item->isExpanded());
    else
        Q_EMIT chosen(id, item->data(0, headingRole).toInt());
}

} // namespace heed::gui::guidance
