import type { FormField, Questionnaire, Title, Values } from './frame-contract';

const title = (en: string, ru: string, kk: string, ar: string): Title => ({ en, ru, kk, ar });

const occupation: FormField = {
  name: 'occupation',
  kind: 'select',
  required: true,
  title: title('Occupation', 'Род занятий', 'Кәсібі', 'المهنة'),
  options: [
    { value: 'employed', title: title('Employed', 'Работаю по найму', 'Жалдамалы жұмыстамын', 'موظف') },
    { value: 'student', title: title('Student', 'Учусь', 'Оқимын', 'طالب') },
  ],
};
const services: FormField = {
  name: 'services',
  kind: 'checkboxes',
  required: true,
  title: title('What you plan to do', 'Что вы планируете делать', 'Не істеуді жоспарлап отырсыз', 'ما الذي تنوي فعله'),
  options: [
    { value: 'payments', title: title('Pay for things', 'Платить за покупки', 'Сатып алуға төлеу', 'الدفع') },
    { value: 'transfers', title: title('Send money', 'Переводить деньги', 'Ақша аудару', 'تحويل الأموال') },
  ],
};
const comment: FormField = {
  name: 'comment',
  kind: 'textarea',
  required: false,
  title: title('Comment', 'Комментарий', 'Түсініктеме', 'تعليق'),
};
const declaration: FormField = {
  name: 'declaration',
  kind: 'checkbox',
  required: true,
  title: title('My answers are true', 'Мои ответы достоверны', 'Жауаптарым шынайы', 'إجاباتي صحيحة'),
};

/** One of every kind; the tenth is a list to choose from, which a theme in use styles by its place [G]. */
export const previewFields: FormField[] = [
  { name: 'firstName', kind: 'text', required: true },
  { name: 'lastName', kind: 'text', required: true },
  { name: 'gender', kind: 'radio', required: true, options: [{ value: 'M' }, { value: 'F' }] },
  { name: 'dob', kind: 'date', required: true },
  { name: 'nationality', kind: 'country', required: true },
  { name: 'country', kind: 'country', required: true },
  { name: 'email', kind: 'email', required: true },
  { name: 'phone', kind: 'phone', required: true },
  { name: 'street', kind: 'text', required: false },
  occupation,
  services,
  comment,
  declaration,
];

export const previewValues: Values = {
  firstName: 'Айгерім',
  lastName: 'Оспанова',
  gender: 'F',
  dob: '1991-03-08',
  nationality: 'KAZ',
  country: 'KAZ',
  email: 'aigerim@example.kz',
  phone: '+77010000000',
  services: ['payments'],
  declaration: 'true',
};

export const previewQuestionnaire: Questionnaire = {
  id: 'preview',
  sections: [
    {
      id: 'purpose',
      title: title(
        'How you will use the service',
        'Как вы будете пользоваться сервисом',
        'Қызметті қалай пайдаланасыз',
        'كيف ستستخدم الخدمة',
      ),
      fields: [occupation, services],
    },
    {
      id: 'person',
      title: title('About you', 'О вас', 'Өзіңіз туралы', 'عنك'),
      fields: [comment, declaration],
    },
  ],
};
