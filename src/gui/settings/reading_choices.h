#pragma once

#include "register/csv.h"

#include <QWidget>

class QComboBox;

namespace heed::gui::settings {

/// How a CSV file is written, in a row of three choices: its encoding, what parts its cells, and its dates.
class ReadingChoices : public QWidget {
    Q_OBJECT

public:
    explicit ReadingChoices(QWidget* parent = nullptr);

    /// Another file.
    void reset();
    /// As the file was read.
    void take(const pupils::Mapping& mapping);
    /// As it stands here; of the dates only what a person has chosen.
    pupils::Given given() const;

Q_SIGNALS:
    /// Encoding or delimiter: the file has to be looked at again.
    void textChanged();

private:
    QComboBox* m_encoding;
    QComboBox* m_delimiter;
    QComboBox* m_dates;
    bool m_datesChosen = false;
};

} // namespace heed::gui::settings
