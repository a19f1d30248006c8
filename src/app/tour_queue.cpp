#include "app/tour_queue.h"

#include "app/tour_driver.h"

#include <QAbstractItemView>
#include <QLabel>
#include <QLineEdit>

namespace heed::app {

using namespace Qt::StringLiterals;

namespace {

QAbstractItemView* filledQueue(TourDriver& drive)
{
    drive.click(u"navCases"_s);
    auto* table = drive.see<QAbstractItemView>(u"queue.table"_s);
    if (drive.isSeen(u"queue.clear"_s))
        drive.click(u"queue.clear"_s);
    drive.wait(u"the queue is filled"_s, [table] { return table->model()->rowCount() > 1; });
    return table;
}

void search(TourDriver& drive, const QString& words)
{
    drive.type(u"queue.search"_s, words);
    drive.wait(u"the search is answered"_s, [&drive, words] {
        return (drive.isSeen(u"queue.narrowed"_s) && drive.see<QLabel>(u"queue.narrowed"_s)->text().contains(words)) ||
               drive.isSeen(u"queue.empty"_s);
    });
}

} // namespace

void tourQueue(TourDriver& drive)
{
    auto* table = filledQueue(drive);
    drive.picture(u"queue"_s, u"A safeguarding lead sees what waits, the most urgent and the oldest on top."_s);
    search(drive, u"phone"_s);
    drive.picture(u"queue-search"_s, u"A search shows where the words stand, as one types."_s);
    search(drive, u"elephantine"_s);
    drive.picture(u"queue-nothing"_s, u"Nothing found is said plainly, with a way back."_s);
    drive.click(u"queue.showAll"_s);
    drive.wait(u"the queue is back"_s, [table] { return table->isVisible() && table->model()->rowCount() > 1; });
    drive.click(u"queue.more"_s);
    drive.choose(u"queue.year"_s, u"Year 9"_s);
    drive.wait(u"the queue is narrowed"_s, [&drive] { return drive.isSeen(u"queue.narrowed"_s); });
    drive.picture(u"queue-filters"_s, u"Filters narrow the queue, alone and together, and can be kept."_s);
    drive.click(u"queue.clear"_s);
    drive.click(u"queue.more"_s);
    drive.wait(u"the queue is whole"_s, [&drive] { return !drive.isSeen(u"queue.narrowed"_s); });
    table->setFocus();
    table->setCurrentIndex(table->model()->index(0, 0));
    drive.press(Qt::Key_Down, Qt::ShiftModifier);
    drive.press(Qt::Key_Down, Qt::ShiftModifier);
    drive.click(u"chosen.handOver"_s);
    drive.picture(u"queue-several"_s, u"Several are handed over at once, with a reason."_s);
    drive.click(u"chosen.handingOver.cancel"_s);
    table->setCurrentIndex(table->model()->index(0, 0));
}

void tourQueueLook(TourDriver& drive)
{
    filledQueue(drive);
    search(drive, u"phone"_s);
    drive.picture(u"dark-queue"_s, u"A search, dark and larger."_s);
    drive.click(u"queue.clear"_s);
    drive.click(u"queue.more"_s);
    drive.picture(u"dark-queue-filters"_s, u"The filters, dark and larger."_s);
    drive.click(u"queue.more"_s);
}

} // namespace heed::app
