#include "gui/log/own_sign.h"

#include "gui/log/sign_details.h"
#include "gui/log/text_box.h"
#include "gui/widgets/kit.h"
#include "model/checklist.h"

#include <QVBoxLayout>

namespace heed::gui::log {

using namespace Qt::StringLiterals;

OwnSign::OwnSign(QWidget* parent)
    : QWidget(parent)
    , m_words(new TextBox(2))
    , m_field(new Field(u"otherSign"_s, u"Something else"_s, m_words,
                        u"Anything that worries you and is not on the list."_s, this))
    , m_details(new SignDetails(u"otherSign"_s, u"Something else"_s, false, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_field);
    column->addWidget(m_details);
    m_details->hide();
    connect(m_words, &TextBox::textChanged, this, &OwnSign::follow);
    connect(m_details, &SignDetails::changed, this, &OwnSign::follow);
}

/// What stands in the details stays in sight, so that nothing is sent unseen.
void OwnSign::follow()
{
    m_details->setVisible(isSaid());
    Q_EMIT changed();
}

bool OwnSign::isSaid() const
{
    return !words().isEmpty() || !m_details->isEmpty();
}

QString OwnSign::words() const
{
    return m_words->words().trimmed();
}

std::optional<model::SignSeen> OwnSign::seen() const
{
    return isSaid() ? std::optional(m_details->seen(model::otherSignCode)) : std::nullopt;
}

void OwnSign::set(const QString& words, const std::optional<model::SignSeen>& seen)
{
    m_words->setPlainText(words);
    m_details->setSeen(seen.value_or(model::SignSeen{}));
}

} // namespace heed::gui::log
