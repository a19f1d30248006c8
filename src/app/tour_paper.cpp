#include "app/tour_paper.h"

#include "app/tour_driver.h"
#include "gui/widgets/paper_view.h"
#include "report/paint.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QImage>

namespace heed::app {

using namespace Qt::StringLiterals;

namespace {

/// Each page of what is shown as a picture of its own: "summary-page-1.png".
void savePages(TourDriver& drive, const QString& file)
{
    constexpr int dotsPerInch = 110;
    int number = 0;
    for (const auto& document : drive.see<gui::PaperView>(u"print.paper"_s)->documents()) {
        const report::Layout layout(document);
        for (int page = 0; page < layout.pageCount(); ++page) {
            const auto path = u"%1/%2-page-%3.png"_s.arg(drive.folder(), file).arg(++number);
            if (!report::pageImage(layout, page, dotsPerInch).save(path))
                throw TourFailure(u"\"%1\" could not be written."_s.arg(path));
        }
    }
    drive.say(u"     %1 pages of it are pictures too."_s.arg(number));
}

} // namespace

void printPaper(TourDriver& drive, const QString& kind, const QString& file, bool isCut)
{
    drive.click(u"case.print"_s);
    drive.choose(u"print.kind"_s, kind);
    drive.type(u"print.recipient"_s, u"Manchester MASH"_s);
    drive.type(u"print.reason"_s, u"Referral by telephone today"_s);
    if (isCut) {
        drive.click(u"print.leaveOut"_s);
        drive.click(u"cut.section.opinion"_s);
        drive.type(u"cut.typed"_s, u"Jordan"_s);
        drive.click(u"cut.add"_s);
        drive.type(u"cut.reason"_s, u"The reader lives in the same house"_s);
        drive.picture(u"print-leave-out"_s, u"What a copy leaves out, with the ground for each cut."_s);
    }
    drive.click(u"print.preview"_s);
    drive.wait(u"the pages are shown"_s, [&] {
        return drive.isSeen(u"print.ready"_s) && drive.see(u"print.save"_s)->isEnabled() &&
               drive.see<gui::PaperView>(u"print.paper"_s)->pages() > 0;
    });
    drive.picture(u"print-"_s + file, u"\"%1\" as it will be on paper."_s.arg(kind));
    savePages(drive, file);
    drive.click(u"print.save"_s);
    const auto path = QDir(drive.folder()).absoluteFilePath(file + u".pdf"_s);
    QFile::remove(path); // of an earlier tour: the dialog would ask whether to replace it
    drive.chooseFile(u"print.dialog"_s, path);
    drive.wait(u"the PDF is written"_s, [&] { return QFileInfo(path).size() > 0 && drive.isSeen(u"print.done"_s); });
    drive.say(u"     %1.pdf is written."_s.arg(file));
    drive.click(u"print.back"_s);
}

} // namespace heed::app
