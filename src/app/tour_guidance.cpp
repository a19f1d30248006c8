#include "app/tour_guidance.h"

#include "app/tour_driver.h"

#include <QAbstractItemView>
#include <QTextBrowser>

namespace heed::app {

using namespace Qt::StringLiterals;

namespace {

/// Where there is room for one only, the page hides them.
void showContents(TourDriver& drive)
{
    if (!drive.isSeen(u"guidanceSearch"_s))
        drive.click(u"guidanceShowContents"_s);
}

/// Finds a page by its words and opens the first that is found, as the keyboard does.
void openFound(TourDriver& drive, const QString& words, const QString& title)
{
    showContents(drive);
    drive.type(u"guidanceSearch"_s, words);
    auto* contents = drive.see<QAbstractItemView>(u"guidanceContents"_s);
    drive.wait(u"the search finds a page"_s, [contents, title] {
        return contents->model()->rowCount() > 0 &&
               contents->model()->index(0, 0).data().toString().contains(title, Qt::CaseInsensitive);
    });
    contents->setFocus();
    contents->setCurrentIndex(contents->model()->index(0, 0));
    drive.press(Qt::Key_Return);
    const auto* reader = drive.see<QTextBrowser>(u"guidanceReader"_s);
    drive.wait(u"the page is shown"_s, [reader, title] {
        return reader->toPlainText().section(u'\n', 0, 0).contains(title, Qt::CaseInsensitive);
    });
}

} // namespace

void tourDoubt(TourDriver& drive)
{
    drive.see(u"sign.unknown-cars"_s)->setFocus(Qt::TabFocusReason);
    drive.press(Qt::Key_F1);
    drive.wait(u"the page of the sign is open"_s, [&drive] { return drive.isSeen(u"guidanceReturn"_s); });
    drive.picture(u"in-doubt"_s, u"In doubt: F1, or About this sign, and back to what was begun."_s);
    drive.click(u"guidanceReturn"_s);
    drive.see(u"facts"_s);
}

void tourGuidance(TourDriver& drive)
{
    drive.click(u"navGuidance"_s);
    drive.see(u"guidanceReader"_s);
    drive.picture(u"what-to-do"_s, u"The guidance, with the route of today and the people by name."_s);
    openFound(drive, u"unknown cars"_s, u"cars"_s);
    drive.wait(u"the page of a sign offers to log it"_s, [&drive] { return drive.isSeen(u"logWithSign"_s); });
    drive.picture(u"sign-page"_s, u"Each sign has its page; from there a concern can be logged with it."_s);
    openFound(drive, u"Manchester MASH"_s, u"Manchester MASH"_s);
    drive.picture(u"mash-card"_s, u"The hub's card: number, hours, who says so, and when that was last checked."_s);
    drive.click(u"guidanceCallSheet"_s);
    drive.see(u"paperDialog"_s);
    drive.wait(u"the call sheet is drawn"_s, [&drive] { return drive.isSeen(u"paperPrint"_s); });
    drive.picture(u"blank-call-sheet"_s, u"A call sheet to write on, from the card."_s);
    drive.click(u"paperClose"_s);
    drive.click(u"guidanceCaseSheet"_s);
    drive.see(u"callSheetCase"_s);
    drive.picture(u"call-sheet-for-a-case"_s, u"Or, for a case that is open, one that is filled in: which?"_s);
    drive.click(u"callSheetCancel"_s);
    openFound(drive, u"five-minute refresher"_s, u"refresher"_s);
    drive.picture(u"refresher"_s, u"Five minutes: what it is, what to look for, what to do, and made-up situations."_s);
    showContents(drive);
    drive.type(u"guidanceSearch"_s, {});
    drive.choose(u"guidanceReaders"_s, u"Parents"_s);
    drive.picture(u"for-parents"_s, u"The contents, for one kind of reader."_s);
    drive.choose(u"guidanceReaders"_s, u"Everybody"_s);
}

void tourAssessment(TourDriver& drive)
{
    drive.openMenu(u"case.more"_s);
    drive.chooseInMenu(u"case.open.assessment"_s);
    drive.type(u"case.assessment.tool"_s, u"Complex safeguarding hub's assessment"_s);
    drive.type(u"case.assessment.level"_s, u"Medium"_s);
    drive.type(u"case.assessment.day"_s, u"not known"_s);
    drive.choose(u"case.assessment.trend"_s, u"Lower"_s);
    drive.click(u"case.assessment.save"_s);
    drive.picture(u"assessment"_s,
                  u"Somebody else's assessment: what is not known is said, and nothing is left open."_s);
    drive.click(u"case.assessment.cancel"_s);
    drive.click(u"case.thrownDismiss"_s);
}

void tourReview(TourDriver& drive)
{
    for (const auto* prompt :
         {"vulnerabilities", "risk", "possibleHarm", "protectiveFactors", "childsView", "context"}) {
        const auto field = u"case.review."_s + QLatin1StringView(prompt);
        drive.type(field + u".evidence"_s, u"Her parents parted in May; her form tutor says so."_s);
        drive.type(field + u".judgement"_s, u"She has fewer adults to turn to."_s);
        drive.type(field + u".rationale"_s, u"Two people at school say the same."_s);
    }
    drive.see(u"case.review.vulnerabilities.evidence"_s)->setFocus();
    drive.picture(u"review"_s, u"A structured review: prompts, and a person's judgement with its reasons."_s);
    drive.click(u"case.review.save"_s);
    drive.wait(u"the review is recorded"_s, [&drive] { return !drive.isSeen(u"case.review"_s); });
    drive.openMenu(u"case.more"_s);
    drive.chooseInMenu(u"case.open.review"_s);
    drive.see(u"case.review.vulnerabilities.evidence.before"_s);
    drive.type(u"case.review.vulnerabilities.evidence"_s, u"As then; her mother now works nights."_s);
    drive.picture(u"review-before"_s, u"The next review, with what was written then beside each prompt."_s);
    drive.click(u"case.review.cancel"_s);
    drive.click(u"case.thrownDismiss"_s);
}

} // namespace heed::app
