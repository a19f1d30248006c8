#include "app/tour_child.h"

#include "app/tour_driver.h"

namespace heed::app {

using namespace Qt::StringLiterals;

void tourFamily(TourDriver& drive)
{
    drive.openMenu(u"case.more"_s);
    drive.chooseInMenu(u"case.open.informed"_s);
    drive.choose(u"case.informed.party"_s, u"The parents or carers"_s);
    drive.type(u"case.informed.whom"_s, u"Her mother"_s);
    drive.choose(u"case.informed.told"_s, u"They were not told"_s);
    drive.type(u"case.informed.reason"_s, u"Ellie asked that her brother does not hear of it before MASH is rung."_s);
    drive.picture(u"informed"_s, u"Who knows, and if not, why: also where nothing is referred."_s);
    drive.click(u"case.informed.cancel"_s);
    drive.see(u"case.thrownBack"_s);
    drive.picture(u"thrown-away"_s, u"A slip of the hand costs nothing: what was typed can be brought back."_s);
    drive.click(u"case.thrownBack"_s);
    drive.see(u"case.informed.reason"_s);
    drive.click(u"case.informed.save"_s);
    drive.wait(u"it stands in the record"_s, [&drive] { return !drive.isSeen(u"case.informed"_s); });
    drive.openMenu(u"case.more"_s);
    drive.chooseInMenu(u"case.open.consent"_s);
    drive.picture(u"consent"_s, u"Who agreed to what, and who could not be asked."_s);
    drive.click(u"case.consent.cancel"_s);
}

void tourChild(TourDriver& drive)
{
    drive.click(u"navChildren"_s);
    drive.see(u"child.gathering.0"_s);
    drive.picture(u"children"_s,
                  u"Whom several small things were noticed of lately stands there before anybody asks."_s);
    drive.click(u"child.gathering.0"_s);
    drive.wait(u"the signs are drawn"_s, [&drive] { return drive.isSeen(u"child.figures"_s); });
    drive.picture(u"child"_s, u"One child: who they are, who lives with them, whom to reach."_s);
    drive.see(u"child.timeline"_s)->setFocus(Qt::TabFocusReason);
    drive.press(Qt::Key_End);
    drive.wait(u"a dot is chosen"_s, [&drive] { return drive.isSeen(u"child.dot.open"_s); });
    drive.picture(u"child-signs"_s, u"The signs over time. Arrow keys go from dot to dot, Enter opens the concern."_s);
    drive.see(u"child.figures"_s)->setFocus(Qt::TabFocusReason);
    drive.picture(u"child-figures"_s, u"The same in figures: first and last seen, and how often. No score."_s);
}

} // namespace heed::app
