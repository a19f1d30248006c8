#pragma once

#include "model/attachment.h"
#include "model/checklist.h"
#include "model/concern.h"
#include "model/route.h"
#include "rules/problem.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QScrollArea;

namespace heed::gui {
class Banner;
class Busy;
} // namespace heed::gui

namespace heed::gui::log {

class ProblemList;
class RecordView;

/// One page to read the concern over before it is submitted: what must be put right, what could be worded better, and
/// who will be told.
class CheckView : public QWidget {
    Q_OBJECT

public:
    explicit CheckView(const model::Checklist& checklist, QWidget* parent = nullptr);

    void setConcern(const model::Concern& concern, const std::vector<rules::Problem>& problems,
                    const model::Route& route, const std::vector<model::AttachedFile>& files = {});
    void setSubmitting(bool submitting);
    /// What was written stays.
    void showError(const QString& sentence);
    /// Submit where nothing is wrong, else the first thing that is.
    QWidget* firstFocus() const;

Q_SIGNALS:
    void backAsked();
    void fieldAsked(const QString& key);
    void submitAsked();

private:
    model::Checklist m_checklist;
    QScrollArea* m_area = nullptr;
    Banner* m_error;
    ProblemList* m_problems;
    ProblemList* m_advice;
    RecordView* m_record;
    QLabel* m_told;
    QPushButton* m_submit;
    QPushButton* m_back;
    Busy* m_busy;
    bool m_isSound = false;
};

} // namespace heed::gui::log
