#pragma once

#include "gui/frame/context.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QLineEdit;
class QComboBox;

namespace heed::gui {
class Banner;
}

namespace heed::gui::log {

class TimeField;
class DayField;
class TextBox;

/// Logging is not telling: "I have told her" (when and how) or "I could not reach her", which names the next. Each
/// answer is an entry.
class ToldForm : public QWidget {
    Q_OBJECT

public:
    /// Object names begin with `prefix`.
    ToldForm(Context& context, const QString& prefix, QWidget* parent = nullptr);

    /// `tried`: those whom the author could not reach already.
    void setConcern(const QString& reference, const model::Route& route, const QStringList& tried);

    /// Somebody has read it already: that is then an answer too. After setConcern.
    void setReader(const QString& name, const QDateTime& at);

    /// What a screen reader says after each button, where one page has several of these.
    void setAbout(const QString& about) { m_about = about; }
    /// Who is to be told now; once that was done, who was.
    const model::Recipient& whom() const { return m_whom; }

Q_SIGNALS:
    void answered(bool reached);

private:
    void ask();
    QString callText() const;
    void record(bool reached);
    void send(const model::ToldBody& told, QWidget* from);

    Context& m_context;
    QString m_reference;
    QString m_about;
    model::Route m_route;
    QStringList m_tried;
    model::Recipient m_whom;
    QString m_reader;
    QDateTime m_readAt;
    QLabel* m_question;
    Banner* m_error;
    QPushButton* m_told;
    QPushButton* m_notReached;
    QPushButton* m_wasRead; ///< in Heed, before anybody was told
    QWidget* m_details;
    QLineEdit* m_name;
    DayField* m_day;
    TimeField* m_time;
    QComboBox* m_how;
    QLineEdit* m_answered; ///< this and the next two: of a call to a service
    TextBox* m_said;
    QLineEdit* m_theirReference;
    QWidget* m_call;
    QPushButton* m_save;
    QLabel* m_done;
};

} // namespace heed::gui::log
