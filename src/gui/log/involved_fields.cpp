#include "gui/log/involved_fields.h"

#include "gui/log/line.h"
#include "gui/log/text_box.h"
#include "gui/widgets/kit.h"

#include <QGridLayout>

namespace heed::gui::log {

using namespace Qt::StringLiterals;

namespace {

QString kindLabel(model::InvolvedKind kind)
{
    switch (kind) {
    case model::InvolvedKind::Adult: return u"An adult"_s;
    case model::InvolvedKind::Child: return u"Another child"_s;
    case model::InvolvedKind::Staff: return u"An adult who works here"_s;
    case model::InvolvedKind::Vehicle: return u"A vehicle"_s;
    case model::InvolvedKind::Place: return u"A place"_s;
    case model::InvolvedKind::Phone: return u"A telephone number"_s;
    case model::InvolvedKind::Username: return u"A user name"_s;
    }
    return {};
}

} // namespace

InvolvedFields::InvolvedFields(const QString& prefix, QWidget* parent)
    : QWidget(parent)
    , m_kind(new CalmComboBox)
    , m_name(newLine())
    , m_what(new TextBox(2))
    , m_reliability(new CalmComboBox)
{
    for (const auto& entry : model::Names<model::InvolvedKind>::table)
        m_kind->addItem(kindLabel(entry.first), static_cast<int>(entry.first));
    m_reliability->setEditable(true);
    m_reliability->addItems(
        {QString(), u"I saw it myself"_s, u"The child said so"_s, u"Somebody else said so"_s, u"Talk, or a guess"_s});
    m_reliability->lineEdit()->setPlaceholderText(u"Not said"_s);
    keepAll(*m_reliability->lineEdit());
    m_name->setPlaceholderText(u"as far as known: part of a number plate is enough"_s);

    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(10);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 2);
    grid->addWidget(new Field(prefix + u".kind"_s, u"Who or what"_s, m_kind, {}, this), 0, 0);
    grid->addWidget(new Field(prefix + u".name"_s, u"Name, number or address"_s, m_name, {}, this), 0, 1);
    grid->addWidget(new Field(prefix + u".what"_s, u"What is known"_s, m_what, {}, this), 1, 0, 1, 2);
    grid->addWidget(new Field(prefix + u".reliability"_s, u"How sure is it?"_s, m_reliability, {}, this), 2, 0, 1, 2);
    setFocusProxy(m_kind);

    connect(m_kind, &QComboBox::currentIndexChanged, this, &InvolvedFields::changed);
    connect(m_name, &QLineEdit::textChanged, this, &InvolvedFields::changed);
    connect(m_what, &TextBox::textChanged, this, &InvolvedFields::changed);
    connect(m_reliability, &QComboBox::currentTextChanged, this, &InvolvedFields::changed);
}

model::Involved InvolvedFields::involved() const
{
    return {static_cast<model::InvolvedKind>(m_kind->currentData().toInt()), m_name->text().simplified(),
            m_what->words().trimmed(), m_reliability->currentText().trimmed()};
}

bool InvolvedFields::isEmpty() const
{
    const auto one = involved();
    return one.name.isEmpty() && one.what.isEmpty() && one.reliability.isEmpty();
}

void InvolvedFields::setInvolved(const model::Involved& involved)
{
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(involved.kind)));
    m_name->setText(involved.name);
    m_what->setPlainText(involved.what);
    m_reliability->setCurrentText(involved.reliability);
}

} // namespace heed::gui::log
