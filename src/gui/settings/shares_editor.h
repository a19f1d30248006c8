#pragma once

#include <QStringList>
#include <QWidget>

#include <vector>

class QLineEdit;
class QSpinBox;
class QVBoxLayout;

namespace heed::gui {
class Field;
}

namespace heed::gui::settings {

/// How many recovery sheets, how many are needed together, and who keeps each.
class SharesEditor : public QWidget {
    Q_OBJECT

public:
    /// Object names are `prefix`Shares, `prefix`Threshold and `prefix`Holder1 ….
    explicit SharesEditor(const QString& prefix, QWidget* parent = nullptr);

    int count() const;
    int threshold() const;
    void set(int count, int threshold);
    /// Only where nobody has been named yet.
    void suggest(const QStringList& holders);
    QStringList holders() const;
    /// Says in place what is missing.
    bool check();
    QWidget* firstField() const;

private:
    void arrange();

    QString m_prefix;
    QSpinBox* m_count;
    QSpinBox* m_needed;
    QVBoxLayout* m_list;
    std::vector<Field*> m_fields;
    std::vector<QLineEdit*> m_holders;
};

} // namespace heed::gui::settings
