#pragma once

#include "rules/problem.h"

#include <QFrame>
#include <QMap>
#include <QPointer>

#include <vector>

class QLabel;
class QVBoxLayout;

namespace heed::gui {

/// What must be put right, at the top of a form: each sentence is a link that moves the focus to its field.
class ErrorSummary : public QFrame {
    Q_OBJECT

public:
    explicit ErrorSummary(const QString& objectName, QWidget* parent = nullptr);

    /// `fields`: the field of each key; a problem of `children[0].upn` also finds `children`.
    void tell(const std::vector<rules::Problem>& problems, const QMap<QString, QWidget*>& fields);
    void clear();
    int count() const { return m_count; }

private:
    QLabel* m_title;
    QVBoxLayout* m_list;
    QWidget* m_items;
    int m_count = 0;
};

} // namespace heed::gui
