#pragma once

#include "guidance/listing.h"

#include <QTreeWidget>

namespace heed::gui::guidance {

/// All pages and cards by section; the one that is open shows its own headings below it. Or what a search found.
class ContentsTree : public QTreeWidget {
    Q_OBJECT

public:
    explicit ContentsTree(QWidget* parent = nullptr);

    void showAll(const heed::guidance::Listing& listing);
    void showFound(const heed::guidance::Found& found);
    /// Marks what is open, with its headings.
    void setOpened(const heed::guidance::Shown& shown);

Q_SIGNALS:
    void chosen(const QString& id, int heading); ///< heading -1: the top

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QTreeWidgetItem* find(const QString& id) const;
    void pick(QTreeWidgetItem* item);
};

} // namespace heed::gui::guidance
