#pragma once

#include "gui/frame/context.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace heed::gui {
class Banner;
class PaperView;
} // namespace heed::gui

namespace heed::gui::log {

class RecordView;
class ToldForm;

/// After submitting: the reference, whom to tell and how, what not to do, and where the answer will appear.
class AfterView : public QWidget {
    Q_OBJECT

public:
    explicit AfterView(Context& context, QWidget* parent = nullptr);

    void setLogged(const session::Logged& logged, const model::Concern& concern, const model::Checklist& checklist);
    QWidget* firstFocus() const;
    /// Whether it was said who was told: then there is nothing left to do here.
    bool isAnswered() const { return m_isAnswered; }

Q_SIGNALS:
    void anotherAsked(bool fromPaper); ///< as the one before, whose form somebody had filled in by hand

private:
    QWidget* makeSlip();
    void tellCall(const model::Concern& concern, const model::Checklist& checklist);
    void saveSlip();
    void answered(bool reached);
    void showPhone(const model::Recipient& whom);
    void showNext(QStringList lines);

    Context& m_context;
    session::Logged m_logged;
    Banner* m_danger;
    QLabel* m_whom;
    QLabel* m_phone;
    QLabel* m_why;
    QLabel* m_next;
    ToldForm* m_told;
    QPushButton* m_another;
    bool m_isAnswered = false;
    QLabel* m_reference;
    QLabel* m_slipDone;
    QWidget* m_callCard;
    RecordView* m_call;
    PaperView* m_paper;
    bool m_wasOnPaper = false;
};

} // namespace heed::gui::log
