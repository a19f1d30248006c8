#pragma once

#include "rules/problem.h"

#include <QFrame>

class QLabel;
class QVBoxLayout;

namespace heed::gui::log {

/// Problems or advice, each with a link that leads to its field on the form.
class ProblemList : public QFrame {
    Q_OBJECT

public:
    struct Item {
        QString key;
        QString sentence;
        QString note; ///< smaller, below
    };

    ProblemList(const QString& objectName, const QString& role, QWidget* parent = nullptr);

    /// Hidden without items.
    void setItems(const QString& title, const QString& remark, const std::vector<Item>& items);
    int count() const { return m_count; }
    QString title() const;
    QWidget* firstLink() const;

Q_SIGNALS:
    void wanted(const QString& key);

private:
    QLabel* m_title;
    QLabel* m_remark;
    QWidget* m_items = nullptr;
    int m_count = 0;
};

} // namespace heed::gui::log
