#pragma once

#include "model/profile.h"

#include <QWidget>

class QComboBox;

namespace heed::gui::log {
class Tick;
}

namespace heed::gui::settings {

/// How this school works: which system is its record, and what the law or the school asks besides.
class PracticeEditor : public QWidget {
    Q_OBJECT

public:
    explicit PracticeEditor(QWidget* parent = nullptr);

    void setProfile(const model::Profile& profile);
    void writeTo(model::Profile& profile) const;

Q_SIGNALS:
    void changed();

private:
    QComboBox* m_record;
    log::Tick* m_secondAgreement;
    log::Tick* m_mandatoryReporting;
};

} // namespace heed::gui::settings
