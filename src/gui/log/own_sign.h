#pragma once

#include "model/concern.h"

#include <QWidget>

namespace heed::gui {
class Field;
}

namespace heed::gui::log {

class SignDetails;
class TextBox;

/// "Something else": a sign in the author's own words. Once something stands there it is asked, as of any other sign,
/// when it was seen and how that is known.
class OwnSign : public QWidget {
    Q_OBJECT

public:
    explicit OwnSign(QWidget* parent = nullptr);

    QString words() const;
    /// The sign "other"; nothing if nothing was said of it.
    std::optional<model::SignSeen> seen() const;
    void set(const QString& words, const std::optional<model::SignSeen>& seen);
    TextBox* box() const { return m_words; }
    Field* field() const { return m_field; }
    SignDetails* details() const { return m_details; }

Q_SIGNALS:
    void changed();

private:
    bool isSaid() const;
    void follow();

    TextBox* m_words;
    Field* m_field;
    SignDetails* m_details;
};

} // namespace heed::gui::log
