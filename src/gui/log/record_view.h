#pragma once

#include "model/body.h"

#include <QTextBrowser>
#include <QTextCursor>

namespace heed::gui::log {

/// Text to be read: as high as what it says, so that the page scrolls and not this. What people wrote is put in as
/// plain text, never as markup. Can be read and selected by keyboard.
class RecordView : public QTextBrowser {
    Q_OBJECT

public:
    RecordView(const QString& objectName, const QString& accessibleName, QWidget* parent = nullptr);

    void startOver();
    void heading(const QString& text);
    void paragraph(const QString& text);
    void quotation(const QString& text); ///< a child's words
    void remark(const QString& text);
    void fact(const QString& label, const QString& value); ///< nothing if the value is empty
    void bullet(const QString& text, const QString& note = {});
    void rule();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void focusInEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void block(int above, int below, int indent = 0);
    void fit();

    QTextCursor m_cursor;
    bool m_isFirst = true;
};

/// All that a concern says, in the order in which a safeguarding lead asks. `today` is for ages.
void tellConcern(RecordView& view, const model::Concern& concern, const model::Checklist& checklist,
                 const QDate& today);

/// "forename surname, Year 9, born 3 May 2011 (15 years old)", as far as known.
QString childLine(const model::Child& child, const QDate& today);

} // namespace heed::gui::log
