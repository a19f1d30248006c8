#pragma once

class QPushButton;
class QString;

namespace heed::gui::signin {

/// A wide button with a title and a sentence below it.
QPushButton* choiceButton(const QString& objectName, const QString& title, const QString& sentence);

} // namespace heed::gui::signin
