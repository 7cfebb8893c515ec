<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="fa_IR">
<context>
    <name>Accounts</name>
    <message>
        <source>چند همکار در کار هستند و یک حساب: برای هر یک حسابی بسازید.</source>
        <translation>Several colleagues are at work and there is one account: make one for each.</translation>
    </message>
    <message>
        <source>این نام کاربری نام کسی نیست: هر همکار حساب خودش را دارد.</source>
        <translation>This user name is nobody’s: every colleague has an account of their own.</translation>
    </message>
    <message>
        <source>این حساب هم‌زمان در دو رایانه به کار رفته است: شاید چند نفر با آن کار می‌کنند.</source>
        <translation>This account was used on two computers at the same time: perhaps several people work with it.</translation>
    </message>
</context>
<context>
    <name>AccountsCard</name>
    <message>
        <source>شاید یک حساب و چند نفر</source>
        <translation>Perhaps one account and several people</translation>
    </message>
</context>
<context>
    <name>AfterDeeds</name>
    <message>
        <source>امتیاز کل تا اینجا: {total} از {best}</source>
        <translation>Total so far: {total} of {best}</translation>
    </message>
    <message>
        <source>{many} برگه ثبت شد.</source>
        <translation>{many} forms saved.</translation>
    </message>
    <message>
        <source>{many} گواهی صادر شد.</source>
        <translation>{many} certificates issued.</translation>
    </message>
    <message>
        <source>«{outcome}» نوشته شد.</source>
        <translation>“{outcome}” was noted.</translation>
    </message>
    <message>
        <source>پاسخ برداشته شد.</source>
        <translation>The answer was taken back.</translation>
    </message>
</context>
<context>
    <name>AgainstPicker</name>
    <message>
        <source>ماه دیگر مقایسه</source>
        <translation>The other month of the comparison</translation>
    </message>
    <message>
        <source>ماه پیش</source>
        <translation>the month before</translation>
    </message>
    <message>
        <source>همین ماه در سال پیش</source>
        <translation>the same month a year before</translation>
    </message>
    <message>
        <source>مقایسه با</source>
        <translation>Compare with</translation>
    </message>
</context>
<context>
    <name>Answers</name>
    <message>
        <source>عضو {n}: شماره‌اش در پروندهٔ {no} ({name}) هست.</source>
        <translation>Member {n}: the number is on file {no} ({name}).</translation>
    </message>
    <message>
        <source>این شماره پیش‌تر ثبت شده است</source>
        <translation>This number is already registered</translation>
    </message>
    <message>
        <source>بازبینی</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>فرد دیگری است؛ ثبت شود</source>
        <translation>Another person; save</translation>
    </message>
</context>
<context>
    <name>AttendanceGrid</name>
    <message>
        <source>برگهٔ حضور و غیاب</source>
        <translation>Attendance sheet</translation>
    </message>
</context>
<context>
    <name>AttendanceTab</name>
    <message>
        <source>افزودن نفر به برگه</source>
        <translation>Add a person to the sheet</translation>
    </message>
    <message>
        <source>ثبت برگه</source>
        <translation>Save the sheet</translation>
    </message>
    <message>
        <source>جلسهٔ پیش</source>
        <translation>Previous session</translation>
    </message>
    <message>
        <source>جلسهٔ بعد</source>
        <translation>Next session</translation>
    </message>
    <message>
        <source>کلید {key}</source>
        <translation>Key {key}</translation>
    </message>
    <message>
        <source>چاپ برگه</source>
        <translation>Print sheet</translation>
    </message>
    <message>
        <source>هنوز جلسه‌ای نیست</source>
        <translation>There are no sessions yet</translation>
    </message>
    <message>
        <source>نخست جلسه‌های کارگاه را برنامه‌ریزی کنید؛ سپس برگهٔ هر جلسه اینجا پر می‌شود.</source>
        <translation>First plan the sessions of the workshop; then the sheet of each session is filled in here.</translation>
    </message>
    <message>
        <source>برنامه‌ریزی جلسه‌ها</source>
        <translation>Plan the sessions</translation>
    </message>
    <message>
        <source>هنوز کسی ثبت‌نام نشده است</source>
        <translation>Nobody is enrolled yet</translation>
    </message>
    <message>
        <source>شرکت‌کنندگان را ثبت‌نام کنید تا نامشان در برگه بیاید.</source>
        <translation>Enrol the participants so that their names appear on the sheet.</translation>
    </message>
    <message>
        <source>ثبت‌نام شرکت‌کنندگان</source>
        <translation>Enrol participants</translation>
    </message>
    <message>
        <source>{many} بی‌نشان</source>
        <translation>{many} unmarked</translation>
    </message>
    <message>
        <source>{many} بدون پرونده</source>
        <translation>{many} without a file</translation>
    </message>
    <message>
        <source>این کارگاه بسته شده است و برگه‌های آن دیگر تغییر نمی‌کند.</source>
        <translation>This workshop is closed; its sheets no longer change.</translation>
    </message>
    <message>
        <source>این جلسه هنوز نرسیده است؛ حضور و غیاب از روز جلسه نوشته می‌شود.</source>
        <translation>This session is still to come; attendance is taken from the day of the session on.</translation>
    </message>
    <message>
        <source>+ افزودن نفر: نام را بنویسید…</source>
        <translation>+ Add somebody: type the name…</translation>
    </message>
    <message>
        <source>بقیه حاضر (ب)</source>
        <translation>Rest present (B)</translation>
    </message>
</context>
<context>
    <name>AuditScreen</name>
    <message>
        <source>همه</source>
        <translation>All</translation>
    </message>
    <message>
        <source>گونهٔ رخداد</source>
        <translation>Sort of entry</translation>
    </message>
    <message>
        <source>چه کسی</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>از روز</source>
        <translation>From day</translation>
    </message>
    <message>
        <source>تا روز</source>
        <translation>To day</translation>
    </message>
    <message>
        <source>دفتر رخدادها</source>
        <translation>Audit log</translation>
    </message>
    <message>
        <source>پالایه‌ها را بردارید یا بازهٔ بزرگ‌تری بنویسید.</source>
        <translation>Take the filters away or write a longer span.</translation>
    </message>
    <message>
        <source>در این بازه رخدادی نیست</source>
        <translation>Nothing happened in this span</translation>
    </message>
    <message>
        <source>چاپ</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>خواندن دفتر رخدادها</source>
        <translation>Reading the audit log</translation>
    </message>
    <message>
        <source>یک پرونده</source>
        <translation>One file</translation>
    </message>
    <message>
        <source>{n} سطر</source>
        <translation>{n} lines</translation>
    </message>
    <message>
        <source>دفتر درست است: هیچ سطری تغییر نکرده، برداشته یا بریده نشده است.</source>
        <translation>The log is whole: no line was changed, taken out or cut off.</translation>
    </message>
    <message>
        <source>همهٔ کاربران</source>
        <translation>All users</translation>
    </message>
    <message>
        <source>زمان</source>
        <translation>When</translation>
    </message>
    <message>
        <source>چه کرد</source>
        <translation>Did what</translation>
    </message>
    <message>
        <source>دربارهٔ</source>
        <translation>About</translation>
    </message>
    <message>
        <source>توضیح</source>
        <translation>Detail</translation>
    </message>
    <message>
        <source>خواندن دوباره</source>
        <translation>Read again</translation>
    </message>
    <message>
        <source>از</source>
        <translation>From</translation>
    </message>
    <message>
        <source>تا</source>
        <translation>To</translation>
    </message>
    <message>
        <source>این دفتر را مدیر دفتر می‌خواند</source>
        <translation>The office’s manager reads this log</translation>
    </message>
    <message>
        <source>هر دیدن دادهٔ حساس، چاپ، خروجی و ورود، با نام و زمان، در آن نوشته می‌شود.</source>
        <translation>Every look at sensitive data, print, export and sign-in is written in it, with name and time.</translation>
    </message>
</context>
<context>
    <name>Backup</name>
    <message>
        <source>{day}، ساعت {hour}</source>
        <translation>{day}, {hour}</translation>
    </message>
    <message>
        <source>هنگام قفل</source>
        <translation>at the lock</translation>
    </message>
    <message>
        <source>هنگام بستن برنامه</source>
        <translation>at closing</translation>
    </message>
    <message>
        <source>به خواست شما</source>
        <translation>as you asked</translation>
    </message>
    <message>
        <source>پیش از روزآمد شدن برنامه</source>
        <translation>before an update of the program</translation>
    </message>
    <message>
        <source>پیش از بازگرداندن</source>
        <translation>before a restoration</translation>
    </message>
    <message>
        <source>{kind}: {n}</source>
        <translation>{kind}: {n}</translation>
    </message>
    <message>
        <source>{n} مگابایت</source>
        <translation>{n} MB</translation>
    </message>
    <message>
        <source>از تاریخچهٔ دیگری است</source>
        <translation>is of another history</translation>
    </message>
    <message>
        <source>همه چیز را دارد</source>
        <translation>holds everything</translation>
    </message>
    <message>
        <source>{n} دگرگونیِ پس از آن را ندارد</source>
        <translation>lacks {n} later changes</translation>
    </message>
    <message>
        <source>با برنامهٔ نسخهٔ {program}</source>
        <translation>by program version {program}</translation>
    </message>
    <message>
        <source>نوشته‌شده در {when}، {why}، {program}</source>
        <translation>Written on {when}, {why}, {program}</translation>
    </message>
    <message>
        <source>آخرین نوشته در آن: {when}</source>
        <translation>Last entry in it: {when}</translation>
    </message>
    <message>
        <source>از برنامه‌ای کهنه‌تر است؛ هنگام بازگرداندن روزآمد می‌شود.</source>
        <translation>It is of an older program; it is brought up to date while it is restored.</translation>
    </message>
    <message>
        <source>پشتیبان دفتر نوشته و سنجیده شد.</source>
        <translation>The office was backed up, and the backup verified.</translation>
    </message>
</context>
<context>
    <name>BackupsScreen</name>
    <message>
        <source>پشتیبان اکنون</source>
        <translation>Back up now</translation>
    </message>
    <message>
        <source>نوشتن در جای دیگر…</source>
        <translation>Write elsewhere…</translation>
    </message>
    <message>
        <source>پوشه یا حافظهٔ دوم…</source>
        <translation>Second folder or stick…</translation>
    </message>
    <message>
        <source>بی جای دوم</source>
        <translation>No second place</translation>
    </message>
    <message>
        <source>هر بار که برنامه قفل یا بسته شود، اگر چیزی نوشته شده باشد، خودبه‌خود پشتیبان گرفته می‌شود.</source>
        <translation>Whenever the program is locked or closed and something was written, a backup is made by itself.</translation>
    </message>
    <message>
        <source>هنوز پشتیبانی نیست</source>
        <translation>No backup yet</translation>
    </message>
    <message>
        <source>هنوز پشتیبانی گرفته نشده است.</source>
        <translation>No backup has been made yet.</translation>
    </message>
    <message>
        <source>آخرین پشتیبان: {when}</source>
        <translation>Last backup: {when}</translation>
    </message>
    <message>
        <source>تنها در پوشهٔ دفتر نوشته می‌شود. حافظه‌ای برگزینید که اگر رایانه گم شد یا سوخت، دفتر بماند.</source>
        <translation>Backups go into the office&apos;s folder only. Choose a stick, so that the office remains if the computer is lost or burns.</translation>
    </message>
    <message>
        <source>جای دوم: {place}</source>
        <translation>Second place: {place}</translation>
    </message>
    <message>
        <source>جای دوم اکنون در دسترس نیست: {place}</source>
        <translation>The second place cannot be reached now: {place}</translation>
    </message>
    <message>
        <source>خوانده نمی‌شود؛ برنامه آن را پاک نمی‌کند.</source>
        <translation>Cannot be read; the program does not remove it.</translation>
    </message>
    <message>
        <source>جای دوم</source>
        <translation>second place</translation>
    </message>
    <message>
        <source>پوشهٔ دفتر</source>
        <translation>Folder of the office</translation>
    </message>
    <message>
        <source>وارسی</source>
        <translation>Verify</translation>
    </message>
    <message>
        <source>بستن</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>بازگرداندن…</source>
        <translation>Restore…</translation>
    </message>
    <message>
        <source>پشتیبان</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>دفتر به {when} بازمی‌گردد. دفتر امروز نخست خودش پشتیبان می‌شود و از دست نمی‌رود. برنامه بسته می‌شود و گذرواژهٔ آن زمان پرسیده می‌شود.</source>
        <translation>The office goes back to {when}. Today&apos;s office is backed up first and is not lost. The program closes and asks for the password of that time.</translation>
    </message>
    <message>
        <source>بازگرداندن از پشتیبان</source>
        <translation>Restore from a backup</translation>
    </message>
    <message>
        <source>ادامه</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>باز شد و همهٔ صفحه‌هایش درست است. {holds}</source>
        <translation>It opened, and every page of it is whole. {holds}</translation>
    </message>
    <message>
        <source>وارسی پشتیبان</source>
        <translation>Verify the backup</translation>
    </message>
    <message>
        <source>در حال وارسی پشتیبان…</source>
        <translation>Verifying the backup…</translation>
    </message>
    <message>
        <source>در حال نوشتن پشتیبان…</source>
        <translation>Writing the backup…</translation>
    </message>
    <message>
        <source>نوشتن پشتیبان</source>
        <translation>Write a backup</translation>
    </message>
    <message>
        <source>پشتیبان دفتر</source>
        <translation>Backup of the office</translation>
    </message>
    <message>
        <source>پشتیبان نوشته، بازخوانده و سنجیده شد.</source>
        <translation>The backup was written, read back and verified.</translation>
    </message>
    <message>
        <source>پوشه یا حافظهٔ دوم پشتیبان</source>
        <translation>Second folder or stick for backups</translation>
    </message>
    <message>
        <source>پشتیبان‌ها</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>نگاه دوباره</source>
        <translation>Look again</translation>
    </message>
    <message>
        <source>پشتیبان‌های این دفتر</source>
        <translation>Backups of this office</translation>
    </message>
    <message>
        <source>چند پشتیبان آخر، و یکی از هر یک از هفت روز، چهار هفته و شش ماه گذشته می‌ماند. دادهٔ کسی که محو شده است در پشتیبان‌های پیشین هست تا نوبت کنار رفتنشان برسد، و پس از دوازده ماه در هیچ‌یک نیست.</source>
        <translation>The last few stay, and one each of the past seven days, four weeks and six months. What was erased remains in earlier backups until their turn to go comes, and after twelve months is in none of them.</translation>
    </message>
</context>
<context>
    <name>BlockersPanel</name>
    <message>
        <source>استان گزارش را برگرداند</source>
        <translation>The province returned the report</translation>
    </message>
    <message>
        <source>امضا شده است</source>
        <translation>It is signed</translation>
    </message>
    <message>
        <source>رقم‌های این گزارش دیگر عوض نمی‌شوند.</source>
        <translation>The figures of this report do not change any more.</translation>
    </message>
    <message>
        <source>چیزی جلوی امضا را نگرفته است</source>
        <translation>Nothing stands in the way of the signature</translation>
    </message>
    <message>
        <source>صفحه‌ها را ببینید و سپس «امضا» را بزنید.</source>
        <translation>Look at the pages, then press “Sign”.</translation>
    </message>
    <message>
        <source>این‌ها را درست کنید؛ فهرست خودش تازه می‌شود.</source>
        <translation>Mend these; the list renews itself.</translation>
    </message>
    <message>
        <source>باز کردن</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>باز کردن {kind}</source>
        <translation>Open {kind}</translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>نیازی در این ستون نیست.</source>
        <translation>No needs in this column.</translation>
    </message>
    <message>
        <source>تابلوی نیازها</source>
        <translation>Board of needs</translation>
    </message>
    <message>
        <source>گام‌های این نیاز</source>
        <translation>Steps of this need</translation>
    </message>
</context>
<context>
    <name>BrandPanel</name>
    <message>
        <source>تسهیلگر</source>
        <translation>Tashilgar</translation>
    </message>
    <message>
        <source>همراه دفترهای تسهیلگری و توسعهٔ محلی</source>
        <translation>At the side of facilitation and local-development offices</translation>
    </message>
    <message>
        <source>بی‌اینترنت هم کار می‌کند</source>
        <translation>Works without the Internet too</translation>
    </message>
    <message>
        <source>همهٔ داده‌ها رمز شده و تنها در همین رایانه است</source>
        <translation>All data is encrypted and stays on this computer</translation>
    </message>
    <message>
        <source>هر تغییر را می‌توان واگرد کرد</source>
        <translation>Every change can be undone</translation>
    </message>
</context>
<context>
    <name>Calendar</name>
    <message>
        <source>جلسهٔ تازه</source>
        <translation>New session</translation>
    </message>
    <message>
        <source>جلسه افزوده شد.</source>
        <translation>The session was added.</translation>
    </message>
    <message>
        <source>ثبت</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>جلسهٔ کارگاه</source>
        <translation>Workshop session</translation>
    </message>
    <message>
        <source>رویداد</source>
        <translation>event</translation>
    </message>
    <message>
        <source>مراجعه یا پیگیری</source>
        <translation>Visit or follow-up</translation>
    </message>
    <message>
        <source>جلسهٔ {number}</source>
        <translation>Session {number}</translation>
    </message>
    <message>
        <source>اقدام بعدی</source>
        <translation>Next action</translation>
    </message>
    <message>
        <source>لغو شد</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>برگزار نشد</source>
        <translation>Not held</translation>
    </message>
    <message>
        <source>برگزار شد</source>
        <translation>Held</translation>
    </message>
    <message>
        <source>انجام شد</source>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>CalendarScreen</name>
    <message>
        <source>جلسه‌های کارگاه</source>
        <translation>Workshop sessions</translation>
    </message>
    <message>
        <source>رویدادها</source>
        <translation>Events</translation>
    </message>
    <message>
        <source>اقدام‌های بعدی</source>
        <translation>Next actions</translation>
    </message>
    <message>
        <source>چه چیزهایی</source>
        <translation>Which things</translation>
    </message>
    <message>
        <source>محله</source>
        <translation>Neighbourhood</translation>
    </message>
    <message>
        <source>همهٔ محله‌ها</source>
        <translation>All neighbourhoods</translation>
    </message>
    <message>
        <source>افزودن به این روز</source>
        <translation>Add to this day</translation>
    </message>
    <message>
        <source>برنامهٔ ماه برای دیوار</source>
        <translation>The month’s programme for the wall</translation>
    </message>
    <message>
        <source>برنامهٔ {month}</source>
        <translation>Programme of {month}</translation>
    </message>
    <message>
        <source>{many} برنامه در این ماه</source>
        <translation>{many} planned this month</translation>
    </message>
    <message>
        <source>تقویم</source>
        <translation>Calendar</translation>
    </message>
</context>
<context>
    <name>Cell</name>
    <message>
        <source>جایگزین کن</source>
        <translation>Replace</translation>
    </message>
</context>
<context>
    <name>CellsDialog</name>
    <message>
        <source>جست‌وجو در رقم‌های این جدول</source>
        <translation>Search the figures of this table</translation>
    </message>
    <message>
        <source>ردیف‌های پشت رقم</source>
        <translation>Rows behind the figure</translation>
    </message>
    <message>
        <source>بستن</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>این جدول خالی است</source>
        <translation>This table is empty</translation>
    </message>
    <message>
        <source>در این ماه چیزی نبوده است که در آن شمرده شود.</source>
        <translation>There was nothing in this month to be counted in it.</translation>
    </message>
</context>
<context>
    <name>CertificatesTab</name>
    <message>
        <source>صدور گواهی برای همه</source>
        <translation>Issue for everybody</translation>
    </message>
    <message>
        <source>چاپ گواهی</source>
        <translation>Print the certificate</translation>
    </message>
    <message>
        <source>هنوز کسی این کارگاه را تکمیل نکرده است</source>
        <translation>Nobody has completed this workshop yet</translation>
    </message>
    <message>
        <source>با گزارش کارگاه روشن می‌شود چه کسی در کمینهٔ جلسه‌ها حاضر بوده است.</source>
        <translation>When the workshop is reported it is known who came often enough.</translation>
    </message>
    <message>
        <source>{issued} گواهی برای {many} تکمیل‌کرده</source>
        <translation>{issued} certificates for {many} who completed</translation>
    </message>
    <message>
        <source>گواهی‌ای با این شماره در فهرست دفتر نیست.</source>
        <translation>The office has no certificate of this number.</translation>
    </message>
    <message>
        <source>{name}، «{workshop}»، {hours} ساعت، صادرشده در {day}</source>
        <translation>{name}, “{workshop}”, {hours} hours, issued on {day}</translation>
    </message>
    <message>
        <source>درست است: {about}</source>
        <translation>It is true: {about}</translation>
    </message>
    <message>
        <source>این شماره در فهرست هست ({about})، ولی کد برگه نوشته نشده یا با فهرست نمی‌خواند.</source>
        <translation>The number is in the list ({about}), but the code of the paper was not typed or does not agree with the list.</translation>
    </message>
    <message>
        <source>نام و نام خانوادگی</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>وضعیت</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>صادر نشده</source>
        <translation>Not issued</translation>
    </message>
    <message>
        <source>{n} بار چاپ</source>
        <translation>Printed {n} times</translation>
    </message>
    <message>
        <source>چاپ نشده</source>
        <translation>Not printed</translation>
    </message>
    <message>
        <source>راستی‌آزمایی شمارهٔ گواهی:</source>
        <translation>Verify a number:</translation>
    </message>
</context>
<context>
    <name>ChoosePage</name>
    <message>
        <source>گونهٔ پرونده</source>
        <translation>Kind of record</translation>
    </message>
    <message>
        <source>برگزیدن پرونده…</source>
        <translation>Choose a file…</translation>
    </message>
    <message>
        <source>خروجی در پرونده…</source>
        <translation>Export to a file…</translation>
    </message>
    <message>
        <source>پرونده را این‌جا رها کنید</source>
        <translation>Drop the file here</translation>
    </message>
    <message>
        <source>اکسل (xlsx، xls)، ods یا csv؛ تا ۲۰۰٬۰۰۰ ردیف. تا پایان گام سوم چیزی ثبت نمی‌شود.</source>
        <translation>Excel (xlsx, xls), ods or csv; up to 200,000 rows. Nothing is saved before the end of the third step.</translation>
    </message>
    <message>
        <source>خروجی همان ستون‌هایی را دارد که ورود می‌گیرد؛ نام ساکنان تنها با مدیر دفتر بیرون می‌رود و ثبت می‌شود.</source>
        <translation>An export has the very columns that an import takes; only the office manager takes out names of residents, and that is recorded.</translation>
    </message>
    <message>
        <source>خروجی</source>
        <translation>Export</translation>
    </message>
</context>
<context>
    <name>CodeField</name>
    <message>
        <source>— هیچ‌کدام —</source>
        <translation>— none —</translation>
    </message>
</context>
<context>
    <name>Community</name>
    <message>
        <source>نام یا نقش…</source>
        <translation>Name or role…</translation>
    </message>
    <message>
        <source>معتمد</source>
        <translation>trustees</translation>
    </message>
    <message>
        <source>معتمد تازه</source>
        <translation>New trustee</translation>
    </message>
    <message>
        <source>هنوز معتمدی ثبت نشده است</source>
        <translation>No trustee is recorded yet</translation>
    </message>
    <message>
        <source>کسانی که اهالی به آنان اعتماد دارند پل میان دفتر و محله‌اند.</source>
        <translation>People whom the residents trust are the bridge between office and neighbourhood.</translation>
    </message>
    <message>
        <source>همهٔ نقش‌ها</source>
        <translation>All roles</translation>
    </message>
    <message>
        <source>عضوی نوشته نشده است.</source>
        <translation>No member is recorded.</translation>
    </message>
    <message>
        <source>نام گروه…</source>
        <translation>Name of the group…</translation>
    </message>
    <message>
        <source>گروه</source>
        <translation>groups</translation>
    </message>
    <message>
        <source>گروه تازه</source>
        <translation>New group</translation>
    </message>
    <message>
        <source>هنوز گروهی ثبت نشده است</source>
        <translation>No group is recorded yet</translation>
    </message>
    <message>
        <source>کارگروه محله، گروه همیار یا هیئتی را که با دفتر همکاری می‌کند بنویسید.</source>
        <translation>Record a neighbourhood working group, helpers&apos; group or association that works with the office.</translation>
    </message>
    <message>
        <source>همهٔ گونه‌ها</source>
        <translation>All kinds</translation>
    </message>
    <message>
        <source>همه</source>
        <translation>All</translation>
    </message>
    <message>
        <source>فعال</source>
        <translation>Active</translation>
    </message>
    <message>
        <source>پایان‌یافته</source>
        <translation>Ended</translation>
    </message>
    <message>
        <source>معتمدان</source>
        <translation>Trustees</translation>
    </message>
    <message>
        <source>گروه‌ها</source>
        <translation>Groups</translation>
    </message>
    <message>
        <source>همیاران</source>
        <translation>Volunteers</translation>
    </message>
    <message>
        <source>معتمدان و گروه‌ها</source>
        <translation>Trustees, groups</translation>
    </message>
</context>
<context>
    <name>ComposePage</name>
    <message>
        <source>ثبت و چاپ</source>
        <translation>Save and print</translation>
    </message>
    <message>
        <source>پیش‌نمایش نامه</source>
        <translation>Preview of the letter</translation>
    </message>
    <message>
        <source>پیش‌نویس خودکار نگه داشته می‌شود.</source>
        <translation>A draft is kept automatically.</translation>
    </message>
</context>
<context>
    <name>Conflicts</name>
    <message>
        <source>تعارضی نیست</source>
        <translation>No conflicts</translation>
    </message>
    <message>
        <source>اگر دو رایانه یک چیز را جدا از هم تغییر دهند، هر دو مقدار در اینجا می‌آید تا شما یکی را برگزینید.</source>
        <translation>When two laptops change the same thing apart from each other, both values are shown here for you to choose one.</translation>
    </message>
    <message>
        <source>حذف یا ماندن</source>
        <translation>Deleted or kept</translation>
    </message>
    <message>
        <source>حذف‌شده</source>
        <translation>Deleted</translation>
    </message>
    <message>
        <source>ویرایش‌شده و مانده</source>
        <translation>Edited and kept</translation>
    </message>
    <message>
        <source>خالی</source>
        <translation>Empty</translation>
    </message>
    <message>
        <source>دادهٔ خود برنامه</source>
        <translation>The program&apos;s own data</translation>
    </message>
    <message>
        <source>نام نویسنده دانسته نیست</source>
        <translation>The writer&apos;s name is not known</translation>
    </message>
    <message>
        <source>همین رایانه</source>
        <translation>This laptop</translation>
    </message>
    <message>
        <source>رایانهٔ {no} دفتر</source>
        <translation>Laptop {no} of the office</translation>
    </message>
    <message>
        <source>{day}، ساعت {hour}</source>
        <translation>{day}, {hour}</translation>
    </message>
    <message>
        <source>{n} روز</source>
        <translation>{n} days</translation>
    </message>
    <message>
        <source>{n} ساعت</source>
        <translation>{n} hours</translation>
    </message>
    <message>
        <source>{n} دقیقه</source>
        <translation>{n} minutes</translation>
    </message>
    <message>
        <source>ساعت آن رایانه نزدیک {amount} جلو بود؛ این زمان تصحیح شده است.</source>
        <translation>That laptop&apos;s clock was about {amount} fast; this time has been corrected.</translation>
    </message>
    <message>
        <source>ساعت آن رایانه نزدیک {amount} عقب بود؛ این زمان تصحیح شده است.</source>
        <translation>That laptop&apos;s clock was about {amount} slow; this time has been corrected.</translation>
    </message>
    <message>
        <source>{record} ثبت شد</source>
        <translation>{record} was registered</translation>
    </message>
    <message>
        <source>{record} حذف شد</source>
        <translation>{record} was deleted</translation>
    </message>
    <message>
        <source>{n} مورد دیگر</source>
        <translation>{n} more</translation>
    </message>
    <message>
        <source>{record}: {fields}</source>
        <translation>{record}: {fields}</translation>
    </message>
    <message>
        <source> یا </source>
        <translation> or </translation>
    </message>
</context>
<context>
    <name>ConflictsCard</name>
    <message numerus="yes">
        <source>%Ln تعارض در انتظار تصمیم</source>
        <translation>
            <numerusform>%Ln conflict waits for a decision</numerusform>
            <numerusform>%Ln conflicts wait for a decision</numerusform>
        </translation>
    </message>
    <message>
        <source>دو رایانه یک چیز را دو گونه نوشته‌اند</source>
        <translation>Two laptops wrote the same thing differently</translation>
    </message>
</context>
<context>
    <name>ConflictsScreen</name>
    <message>
        <source>تعارض‌ها</source>
        <translation>Conflicts</translation>
    </message>
    <message>
        <source>رفتن به رکورد</source>
        <translation>Go to the record</translation>
    </message>
    <message>
        <source>{n} مورد</source>
        <translation>{n} items</translation>
    </message>
    <message>
        <source>دو روایت از «{field}»</source>
        <translation>Two versions of “{field}”</translation>
    </message>
    <message>
        <source>در هر {n} مورد این رکورد، نوشتهٔ این رایانه</source>
        <translation>For all {n} of this record, what this laptop wrote</translation>
    </message>
    <message>
        <source>در هر {n} مورد این رکورد، نوشتهٔ دیگران</source>
        <translation>For all {n} of this record, what the others wrote</translation>
    </message>
    <message>
        <source>یکسره شد؛ با نخستین همگام‌سازی به رایانه‌های دیگر هم می‌رسد.</source>
        <translation>Settled; it reaches the other laptops with the next sync.</translation>
    </message>
    <message>
        <source>نگاه دوباره</source>
        <translation>Look again</translation>
    </message>
    <message>
        <source>۱ و ۲ مقدار را نشان می‌کند، Enter همان را می‌گذارد، F4 مقدار دیگری می‌نویسد، Ctrl+Z برمی‌گرداند.</source>
        <translation>1 and 2 mark a value, Enter keeps it, F4 types another one, Ctrl+Z takes back.</translation>
    </message>
</context>
<context>
    <name>ConsentEditor</name>
    <message>
        <source>بخوانید: {sentence}</source>
        <translation>Read aloud: {sentence}</translation>
    </message>
</context>
<context>
    <name>ContractsScreen</name>
    <message>
        <source>ساختن بستهٔ تحویل…</source>
        <translation>Make the handover package…</translation>
    </message>
    <message>
        <source>همهٔ دفتر در یک بستهٔ مهرشده نوشته می‌شود که تنها با کد آن باز می‌شود.</source>
        <translation>The whole office is written into one sealed package that only its code opens.</translation>
    </message>
    <message>
        <source>بستهٔ تحویل ساخته شود؟</source>
        <translation>Make the handover package?</translation>
    </message>
    <message>
        <source>برگزیدن جا…</source>
        <translation>Choose the place…</translation>
    </message>
    <message>
        <source>تحویل-دفتر</source>
        <translation>office-handover</translation>
    </message>
    <message>
        <source>بستهٔ تحویل (*{ending})</source>
        <translation>Handover package (*{ending})</translation>
    </message>
    <message>
        <source>بستهٔ تحویل</source>
        <translation>Handover package</translation>
    </message>
    <message>
        <source>ساختن بستهٔ تحویل</source>
        <translation>Making the handover package</translation>
    </message>
    <message>
        <source>کد: {code}

این کد دیگر گفته نمی‌شود؛ آن را جدا از بسته نگه دارید.
{many} پرونده در بسته است.</source>
        <translation>Code: {code}

It is not told again; keep it apart from the package.
The package holds {many} records.</translation>
    </message>
    <message>
        <source>بستهٔ تحویل آماده است</source>
        <translation>The handover package is ready</translation>
    </message>
    <message>
        <source>بسته کلید دفتر را بیرون می‌برد؛ دفتری که دو مدیر دارد آن را با موافقت هر دو می‌سازد.</source>
        <translation>The package takes the key of the office out of the house; where there are two managers both agree to it.</translation>
    </message>
    <message>
        <source>موافقت مدیر دوم</source>
        <translation>Agreement of the second manager</translation>
    </message>
    <message>
        <source>ساختن بسته</source>
        <translation>Make the package</translation>
    </message>
</context>
<context>
    <name>Coverage</name>
    <message>
        <source>جمعیت زیر پوشش</source>
        <translation>People covered</translation>
    </message>
    <message>
        <source>خدمت‌گرفته</source>
        <translation>People served</translation>
    </message>
    <message>
        <source>نرخ پوشش</source>
        <translation>Coverage rate</translation>
    </message>
    <message>
        <source>محلهٔ زیر پوشش</source>
        <translation>Neighbourhoods covered</translation>
    </message>
    <message>
        <source>محله برای هر دفتر</source>
        <translation>Neighbourhoods per office</translation>
    </message>
    <message>
        <source>جمعیت برای هر دفتر</source>
        <translation>People per office</translation>
    </message>
    <message>
        <source>دفترها</source>
        <translation>Offices</translation>
    </message>
</context>
<context>
    <name>CoveragePage</name>
    <message>
        <source>پوشش دفترها</source>
        <translation>Coverage by the offices</translation>
    </message>
    <message>
        <source>زیر پوشش: همهٔ ساکنان محله‌هایی که دفتری به آن‌ها خدمت می‌دهد. خدمت‌گرفته: ساکنانی که پرونده دارند.</source>
        <translation>Covered: everybody who lives in a neighbourhood that an office serves. Served: residents who have a file.</translation>
    </message>
    <message>
        <source>جمعیت {many} محلهٔ زیر پوشش هنوز نوشته نشده است.</source>
        <translation>The population of {many} covered neighbourhoods has not been entered yet.</translation>
    </message>
    <message>
        <source>سهم محله‌ها از جمعیت شهر</source>
        <translation>The neighbourhoods&apos; share of the city&apos;s people</translation>
    </message>
    <message>
        <source>جمعیت شهرها را در «جمعیت شهرها» بنویسید تا سهم محله‌ها گفته شود.</source>
        <translation>Enter the cities&apos; populations under “Populations of cities”, so that the share can be told.</translation>
    </message>
    <message>
        <source>{share}، {known} از {whole} نفر، {year}</source>
        <translation>{share}, {known} of {whole} people, {year}</translation>
    </message>
    <message>
        <source>محله‌های بی‌دفتر، نیازمندترین نخست</source>
        <translation>Neighbourhoods without an office, the neediest first</translation>
    </message>
    <message>
        <source>همهٔ محله‌های این فهرست زیر پوشش‌اند.</source>
        <translation>All neighbourhoods of this list are covered.</translation>
    </message>
    <message>
        <source>{many} نفر</source>
        <translation>{many} people</translation>
    </message>
    <message>
        <source>امتیاز نیازمندی {score}</source>
        <translation>need score {score}</translation>
    </message>
</context>
<context>
    <name>DashboardScreen</name>
    <message>
        <source>ساکنان ثبت‌شدهٔ فعال</source>
        <translation>Active registered residents</translation>
    </message>
    <message>
        <source>خانوارها</source>
        <translation>Households</translation>
    </message>
    <message>
        <source>کارگاه‌های در جریان</source>
        <translation>Workshops in progress</translation>
    </message>
    <message>
        <source>نیازهای باز</source>
        <translation>Open needs</translation>
    </message>
    <message>
        <source>حضور در کارگاه‌ها</source>
        <translation>Attendance at workshops</translation>
    </message>
    <message>
        <source>نفر</source>
        <translation>people</translation>
    </message>
    <message>
        <source>نیازهای برآورده‌شده</source>
        <translation>Needs met</translation>
    </message>
    <message>
        <source>مورد</source>
        <translation>needs</translation>
    </message>
    <message>
        <source>در حال شمردن…</source>
        <translation>Counting…</translation>
    </message>
    <message>
        <source>صبح به‌خیر، {name}</source>
        <translation>Good morning, {name}</translation>
    </message>
    <message>
        <source>ظهر به‌خیر، {name}</source>
        <translation>Good day, {name}</translation>
    </message>
    <message>
        <source>عصر به‌خیر، {name}</source>
        <translation>Good afternoon, {name}</translation>
    </message>
    <message>
        <source>شب به‌خیر، {name}</source>
        <translation>Good evening, {name}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln جلسه در این هفته</source>
        <translation>
            <numerusform>%Ln session this week</numerusform>
            <numerusform>%Ln sessions this week</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln مورد از مهلت گذشته</source>
        <translation>
            <numerusform>%Ln past its deadline</numerusform>
            <numerusform>%Ln past their deadline</numerusform>
        </translation>
    </message>
    <message>
        <source>هیچ‌یک از مهلت نگذشته است</source>
        <translation>None is past its deadline</translation>
    </message>
    <message>
        <source>در این ماه ثبت تازه‌ای نبوده است</source>
        <translation>None new this month</translation>
    </message>
    <message>
        <source>{share} بیش از ماه پیش</source>
        <translation>{share} more than last month</translation>
    </message>
    <message>
        <source>{n} ثبت در این ماه</source>
        <translation>{n} registered this month</translation>
    </message>
    <message>
        <source>شمار حضورها در هفت ماه گذشته</source>
        <translation>Attendance over the past seven months</translation>
    </message>
    <message>
        <source>نیازهایی که در هر ماه برآورده شده‌اند</source>
        <translation>Needs met in each month</translation>
    </message>
    <message>
        <source>ثبت نیاز</source>
        <translation>Record a need</translation>
    </message>
    <message>
        <source>کارگاه تازه</source>
        <translation>New workshop</translation>
    </message>
    <message>
        <source>ثبت خانوار</source>
        <translation>Register a household</translation>
    </message>
</context>
<context>
    <name>DayPane</name>
    <message>
        <source>برنامهٔ روز</source>
        <translation>Plan of the day</translation>
    </message>
    <message>
        <source>برای افزودن جلسه، رویداد یا مراجعه Ctrl+N را بزنید.</source>
        <translation>Press Ctrl+N to add a session, an event or a visit.</translation>
    </message>
    <message>
        <source>این روز خالی است</source>
        <translation>Nothing on this day</translation>
    </message>
    <message>
        <source>{many} برنامه</source>
        <translation>{many} planned</translation>
    </message>
</context>
<context>
    <name>Declared</name>
    <message>
        <source>{amount} ریال</source>
        <translation>{amount} rials</translation>
    </message>
</context>
<context>
    <name>Deeds</name>
    <message>
        <source>گام «{step}» ثبت شد.</source>
        <translation>The step “{step}” was saved.</translation>
    </message>
    <message>
        <source>ثبت</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>{many} جلسه برنامه‌ریزی شد.</source>
        <translation>Sessions planned: {many}.</translation>
    </message>
    <message>
        <source>جلسهٔ تازه</source>
        <translation>New session</translation>
    </message>
    <message>
        <source>جلسه افزوده شد.</source>
        <translation>The session was added.</translation>
    </message>
    <message>
        <source>ویرایش جلسه</source>
        <translation>Edit the session</translation>
    </message>
    <message>
        <source>جلسه ثبت شد.</source>
        <translation>The session was saved.</translation>
    </message>
    <message>
        <source>جلسهٔ {number} برگزارنشده نوشته شد.</source>
        <translation>Session {number} was recorded as not held.</translation>
    </message>
    <message>
        <source>برگهٔ حضور و غیاب</source>
        <translation>Attendance sheet</translation>
    </message>
    <message>
        <source>حضور-و-غیاب-{code}.pdf</source>
        <translation>attendance-{code}.pdf</translation>
    </message>
    <message>
        <source>حضور و غیاب ثبت شد: {many} نشانه.</source>
        <translation>The attendance was saved; marks: {many}.</translation>
    </message>
    <message>
        <source>{many} نفر ثبت‌نام شد.</source>
        <translation>Participants enrolled: {many}.</translation>
    </message>
    <message>
        <source>{many} نفر در نوبت ماند.</source>
        <translation>Left waiting: {many}.</translation>
    </message>
    <message>
        <source>{name} انصراف داد.</source>
        <translation>{name} has withdrawn.</translation>
    </message>
    <message>
        <source>{name} از نوبت جایگزین شد.</source>
        <translation>{name} takes the place from the waiting list.</translation>
    </message>
    <message>
        <source>نوشته شد که خبر داده‌اید.</source>
        <translation>It was noted that you have told them.</translation>
    </message>
</context>
<context>
    <name>DetailPage</name>
    <message>
        <source>برگه‌های کارگاه</source>
        <translation>Papers of the workshop</translation>
    </message>
    <message>
        <source>شناسنامه</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>جلسه‌ها</source>
        <translation>Sessions</translation>
    </message>
    <message>
        <source>شرکت‌کنندگان</source>
        <translation>Participants</translation>
    </message>
    <message>
        <source>حضور و غیاب</source>
        <translation>Attendance</translation>
    </message>
    <message>
        <source>کد {code}</source>
        <translation>Code {code}</translation>
    </message>
    <message>
        <source>بازگشت به فهرست</source>
        <translation>Back to the list</translation>
    </message>
    <message>
        <source>ویرایش کارگاه</source>
        <translation>Edit the workshop</translation>
    </message>
    <message>
        <source>رضایت و ارزیابی</source>
        <translation>Satisfaction and evaluation</translation>
    </message>
    <message>
        <source>گواهی‌ها</source>
        <translation>Certificates</translation>
    </message>
    <message>
        <source>پیگیری پیامد</source>
        <translation>Outcomes</translation>
    </message>
    <message>
        <source>«{step}» هنوز این را می‌خواهد: {lacking}.</source>
        <translation>“{step}” still needs: {lacking}.</translation>
    </message>
</context>
<context>
    <name>Disputed</name>
    <message>
        <source>دو روایت</source>
        <translation>Two versions</translation>
    </message>
    <message>
        <source>رایانه‌ها دو گونه نوشته‌اند؛ یکی را برگزینید</source>
        <translation>Laptops wrote it differently; choose one</translation>
    </message>
</context>
<context>
    <name>Donations</name>
    <message>
        <source>کمک‌های مردمی</source>
        <translation>Donations</translation>
    </message>
    <message>
        <source>شرح کمک یا شمارهٔ رسید…</source>
        <translation>Description or receipt number…</translation>
    </message>
    <message>
        <source>کمک</source>
        <translation>donations</translation>
    </message>
    <message>
        <source>ثبت پیشنهاد</source>
        <translation>Record an offer</translation>
    </message>
    <message>
        <source>هنوز کمکی پیشنهاد نشده است</source>
        <translation>Nothing has been offered yet</translation>
    </message>
    <message>
        <source>هر پیشنهاد نوشته می‌شود و مدیر آن را بررسی می‌کند؛ پیشنهاد ردشده هم شمرده می‌شود.</source>
        <translation>Every offer is written down and screened by the manager; refused offers are counted too.</translation>
    </message>
    <message>
        <source>همهٔ گونه‌ها</source>
        <translation>All kinds</translation>
    </message>
    <message>
        <source>نام…</source>
        <translation>Name…</translation>
    </message>
    <message>
        <source>خیر</source>
        <translation>Donor</translation>
    </message>
    <message>
        <source>خیر تازه</source>
        <translation>New donor</translation>
    </message>
    <message>
        <source>هنوز خیری ثبت نشده است</source>
        <translation>No donor is recorded yet</translation>
    </message>
    <message>
        <source>کسی که نمی‌خواهد شناخته شود «نیکوکار» است و نامش در هیچ برگه‌ای نمی‌آید.</source>
        <translation>Whoever wishes to stay unknown is “a benefactor”, and their name stands on no paper.</translation>
    </message>
    <message>
        <source>کمکی ثبت نشده است.</source>
        <translation>No donation is recorded.</translation>
    </message>
    <message>
        <source>رسید</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>شمارهٔ {no}</source>
        <translation>Number {no}</translation>
    </message>
    <message>
        <source>در این پیشنهاد «{words}» آمده است؛ پذیرفته نمی‌شود و تنها راه، نپذیرفتن است.</source>
        <translation>This offer speaks of “{words}”; it cannot be taken, the only way is to refuse it.</translation>
    </message>
    <message>
        <source>شرط گذاشته‌اند: «{condition}». کمک مشروط را نپذیرید.</source>
        <translation>A condition was made: “{condition}”. Do not take what is given on condition.</translation>
    </message>
    <message>
        <source>بررسی و پذیرش با مدیر دفتر است.</source>
        <translation>Screening and accepting are up to the office manager.</translation>
    </message>
    <message>
        <source>نیکوکار (ناشناس)</source>
        <translation>A benefactor (unnamed)</translation>
    </message>
    <message>
        <source>پیشنهادهای ردشده تا امروز</source>
        <translation>Offers refused so far</translation>
    </message>
</context>
<context>
    <name>DoublesCard</name>
    <message numerus="yes">
        <source>%Ln مورد مشابه در انتظار تصمیم</source>
        <translation>
            <numerusform>%Ln likely double to decide</numerusform>
            <numerusform>%Ln likely doubles to decide</numerusform>
        </translation>
    </message>
    <message>
        <source>شاید کسی دو بار ثبت شده باشد</source>
        <translation>Somebody may be registered twice</translation>
    </message>
    <message>
        <source>تنها میان {n} نفری که تازه ثبت شده‌اند</source>
        <translation>Only among the {n} people registered last</translation>
    </message>
</context>
<context>
    <name>DoublesDialog</name>
    <message>
        <source>موارد مشابه</source>
        <translation>Likely doubles</translation>
    </message>
    <message>
        <source>یکی کردن دو پرونده</source>
        <translation>Merge the two files</translation>
    </message>
    <message>
        <source>دو نفرند</source>
        <translation>Two people</translation>
    </message>
    <message>
        <source>این دو دیگر با هم نشان داده نمی‌شوند</source>
        <translation>These two are not shown together again</translation>
    </message>
    <message>
        <source>در حال جست‌وجو…</source>
        <translation>Searching…</translation>
    </message>
    <message>
        <source>در حال سنجیدن پرونده‌ها با هم…</source>
        <translation>Comparing the files with each other…</translation>
    </message>
    <message>
        <source>دو پرونده یکی شد؛ تا ۹۰ روز می‌توان آن‌ها را جدا کرد.</source>
        <translation>The two files are one now; they can be parted for 90 days.</translation>
    </message>
    <message>
        <source>نوشته شد که دو نفرند.</source>
        <translation>It is noted that they are two people.</translation>
    </message>
    <message>
        <source>سرپرست تازه</source>
        <translation>New head</translation>
    </message>
    <message>
        <source>پرونده‌ای که ادغام می‌شود سرپرست خانواری است که دیگر اعضایش می‌مانند. سرپرست آن که باشد؟</source>
        <translation>The file that is merged heads a household whose other members stay. Who shall be its head?</translation>
    </message>
    <message>
        <source>{n} مورد</source>
        <translation>Pairs: {n}</translation>
    </message>
    <message>
        <source>مورد مشابهی نیست</source>
        <translation>No likely doubles</translation>
    </message>
    <message>
        <source>کسانی که شاید دو بار ثبت شده باشند در اینجا با دلیل نشان داده می‌شوند.</source>
        <translation>People who may have been registered twice are shown here, with the reasons.</translation>
    </message>
    <message>
        <source>جست‌وجوی دوباره</source>
        <translation>Search again</translation>
    </message>
    <message>
        <source>همهٔ نیازها، حضورها و نامه‌های هر دو با پروندهٔ ماندگار می‌ماند.</source>
        <translation>All needs, attendances and letters of both stay with the file that is kept.</translation>
    </message>
    <message>
        <source>بستن</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>Erasing</name>
    <message>
        <source>محو داده‌های {name}</source>
        <translation>Erase the data of {name}</translation>
    </message>
    <message>
        <source>محو برای همیشه</source>
        <translation>Erase for good</translation>
    </message>
    <message>
        <source>داده‌های این فرد محو شد.</source>
        <translation>This person&apos;s data is erased.</translation>
    </message>
    <message>
        <source>آنچه بیرون از این پرونده مانده است</source>
        <translation>What is left outside this file</translation>
    </message>
    <message>
        <source>در حال محو…</source>
        <translation>Erasing…</translation>
    </message>
    <message>
        <source>{n} {kind}</source>
        <translation>{kind}: {n}</translation>
    </message>
    <message>
        <source>می‌رود: {what}</source>
        <translation>Goes: {what}</translation>
    </message>
    <message>
        <source>نام‌ها، تماس، تاریخ تولد و همهٔ پاسخ‌ها</source>
        <translation>Names, contacts, date of birth and all answers</translation>
    </message>
    <message>
        <source>می‌ماند، بی‌نام و تنها برای شمارش: {what}</source>
        <translation>Stays, without a name and only to be counted: {what}</translation>
    </message>
    <message>
        <source>جنس، گروه سنی، محله و ماه ثبت</source>
        <translation>sex, age group, neighbourhood and month of registration</translation>
    </message>
    <message>
        <source>نشانی و دیگر پاسخ‌های خانوار نیز می‌رود؛ کس دیگری در آن نیست.</source>
        <translation>The address and other answers of the household go too; nobody else is in it.</translation>
    </message>
    <message>
        <source>{n} نامه یا ارجاع پیش‌تر از دفتر بیرون رفته است و بازنمی‌گردد.</source>
        <translation>Letters or referrals that have left the office and do not come back: {n}.</translation>
    </message>
    <message>
        <source>این کار بازگشت ندارد.</source>
        <translation>This cannot be undone.</translation>
    </message>
    <message>
        <source>نیاز {no}</source>
        <translation>Need {no}</translation>
    </message>
    <message>
        <source>دلیل</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>برای نمونه: درخواست خود او. در رویدادنگاری می‌ماند.</source>
        <translation>For example: at their own request. It stays in the audit log.</translation>
    </message>
    <message>
        <source>سرپرست بعدی خانوار</source>
        <translation>Next head of the household</translation>
    </message>
    <message>
        <source>برای تأیید بنویسید: {name}</source>
        <translation>To confirm, write: {name}</translation>
    </message>
    <message>
        <source>{n} عکس که این فرد در آن پیداست</source>
        <translation>{n} photos that show this person</translation>
    </message>
    <message>
        <source>{n} نسخهٔ پشتیبان در پوشهٔ دفتر هنوز این داده‌ها را دارد؛ به نوبت کنار می‌روند و پس از دوازده ماه هیچ‌یک نمی‌ماند. با بازگرداندن آن‌ها نیز این داده‌ها برنمی‌گردد.</source>
        <translation>{n} backups in the office&apos;s folder still hold this data; they go in their turn, and after twelve months none is left. Restoring them does not bring the data back.</translation>
    </message>
</context>
<context>
    <name>Events</name>
    <message>
        <source>هنوز غرفه‌ای نوشته نشده است.</source>
        <translation>No stall is written down yet.</translation>
    </message>
    <message>
        <source>عنوان یا مکان رویداد…</source>
        <translation>Title or place of an event…</translation>
    </message>
    <message>
        <source>رویداد</source>
        <translation>event</translation>
    </message>
    <message>
        <source>رویداد تازه</source>
        <translation>New event</translation>
    </message>
    <message>
        <source>هنوز رویدادی ثبت نشده است</source>
        <translation>No event yet</translation>
    </message>
    <message>
        <source>بازارچه، مسابقه، جشن یا پاک‌سازی را بنویسید؛ حاضران تنها شمرده می‌شوند.</source>
        <translation>Write down a market, a match, a feast or a clean-up; who came is only counted.</translation>
    </message>
    <message>
        <source>همهٔ گونه‌ها</source>
        <translation>All sorts</translation>
    </message>
    <message>
        <source>چه رویدادی</source>
        <translation>What event</translation>
    </message>
    <message>
        <source>کجا و با چه کسانی</source>
        <translation>Where and with whom</translation>
    </message>
    <message>
        <source>شمار حاضران (بی‌نام)</source>
        <translation>How many came (nameless)</translation>
    </message>
    <message>
        <source>هزینه و فروش</source>
        <translation>Cost and sales</translation>
    </message>
    <message>
        <source>{many} نفر</source>
        <translation>{many} people</translation>
    </message>
    <message>
        <source>روزها</source>
        <translation>Days</translation>
    </message>
    <message>
        <source>حاضران</source>
        <translation>Came</translation>
    </message>
    <message>
        <source>از آن میان</source>
        <translation>Among them</translation>
    </message>
    <message>
        <source>زن</source>
        <translation>women</translation>
    </message>
    <message>
        <source>مرد</source>
        <translation>men</translation>
    </message>
    <message>
        <source>کودک</source>
        <translation>children</translation>
    </message>
    <message>
        <source>ورزشکار</source>
        <translation>athletes</translation>
    </message>
    <message>
        <source>تماشاگر</source>
        <translation>spectators</translation>
    </message>
    <message>
        <source>فروش</source>
        <translation>Sales</translation>
    </message>
    <message>
        <source>جمع غرفه‌ها</source>
        <translation>Sum of the stalls</translation>
    </message>
    <message>
        <source>هنوز هزینه‌ای از اعتبار نوشته نشده است.</source>
        <translation>No expense of a credit is noted yet.</translation>
    </message>
    <message>
        <source>مشخصات و شمارها</source>
        <translation>Details and counts</translation>
    </message>
</context>
<context>
    <name>EventsScreen</name>
    <message>
        <source>رضایت حاضران (برگه‌های بی‌نام)</source>
        <translation>How content people were (anonymous forms)</translation>
    </message>
    <message>
        <source>{many} برگه ثبت شد.</source>
        <translation>{many} forms saved.</translation>
    </message>
</context>
<context>
    <name>Fact</name>
    <message>
        <source>رونوشت</source>
        <translation>Copy</translation>
    </message>
</context>
<context>
    <name>FollowUps</name>
    <message>
        <source>{asked} از {many} پرسیده شد، {good} با پیامد مثبت، {missed} در دسترس نبود</source>
        <translation>{asked} of {many} asked, {good} with a positive outcome, {missed} not reached</translation>
    </message>
    <message>
        <source>{many} نفر باید پرسیده شوند</source>
        <translation>{many} people are to be asked</translation>
    </message>
    <message>
        <source>نود روز پس از پایان هر کارگاه مهارت، نام‌ها اینجا می‌آیند.</source>
        <translation>Ninety days after a workshop of skills the names come here.</translation>
    </message>
    <message>
        <source>کسی برای پیگیری نمانده است</source>
        <translation>Nobody is left to be asked</translation>
    </message>
    <message>
        <source>در کارگاه‌های شغل و مهارت، با پایان کارگاه برای هر شرکت‌کننده پیگیری نود روز بعد نوشته می‌شود.</source>
        <translation>When a workshop of jobs and skills ends, a follow-up ninety days later is noted for everybody.</translation>
    </message>
    <message>
        <source>هنوز پیگیری‌ای نیست</source>
        <translation>No follow-up yet</translation>
    </message>
    <message>
        <source>نام و نام خانوادگی</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>موعد گذشته</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>در انتظار</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>بازگشت به فهرست</source>
        <translation>Back to the list</translation>
    </message>
    <message>
        <source>پیگیری‌های نودروزه</source>
        <translation>Ninety-day follow-ups</translation>
    </message>
    <message>
        <source>در دسترس نبود</source>
        <translation>Not reached</translation>
    </message>
</context>
<context>
    <name>ForgottenPage</name>
    <message>
        <source>کد بازیابی</source>
        <translation>Recovery code</translation>
    </message>
    <message>
        <source>گذرواژهٔ تازه</source>
        <translation>New password</translation>
    </message>
    <message>
        <source>تکرار گذرواژهٔ تازه</source>
        <translation>Repeat the new password</translation>
    </message>
    <message>
        <source>گشودن دفتر</source>
        <translation>Open the office</translation>
    </message>
    <message>
        <source>بازگشت</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>دو گذرواژه یکسان نیستند.</source>
        <translation>The two passwords are not the same.</translation>
    </message>
    <message>
        <source>بازیابی با کد چاپ‌شده</source>
        <translation>Recover with the printed code</translation>
    </message>
    <message>
        <source>کد برگهٔ بازیابی را بنویسید و برای «{name}» گذرواژهٔ تازه‌ای بگذارید.</source>
        <translation>Write the code of the recovery sheet and set a new password for “{name}”.</translation>
    </message>
    <message>
        <source>گذرواژهٔ تازه (دست‌کم هشت نویسه)</source>
        <translation>New password (at least eight characters)</translation>
    </message>
</context>
<context>
    <name>FormFrame</name>
    <message>
        <source>خانه‌های ستاره‌دار باید پر شوند. پیش‌نویس خودکار در همین رایانه نگه داشته می‌شود.</source>
        <translation>Fields with a star must be filled in. A draft is kept on this computer by itself.</translation>
    </message>
    <message>
        <source>انصراف</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>بازگشت</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>خانهٔ بعد: Enter   ثبت: F2   بستن: Esc</source>
        <translation>Next field: Enter   Save: F2   Close: Esc</translation>
    </message>
</context>
<context>
    <name>FormWork</name>
    <message>
        <source>نوشته‌ها دور ریخته شود؟</source>
        <translation>Discard what was typed?</translation>
    </message>
    <message>
        <source>آنچه نوشته‌اید هنوز ثبت نشده است.</source>
        <translation>What you have typed is not saved yet.</translation>
    </message>
    <message>
        <source>دور ریختن</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>برنامه بسته شود؟</source>
        <translation>Close the program?</translation>
    </message>
    <message>
        <source>«{title}» هنوز ثبت نشده است. پیش‌نویس آن رمزشده نگه داشته می‌شود.</source>
        <translation>“{title}” is not saved yet. Its draft is kept, encrypted.</translation>
    </message>
    <message>
        <source>بستن</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>ادامهٔ پیش‌نویس</source>
        <translation>Go on with the draft</translation>
    </message>
    <message>
        <source>از نو</source>
        <translation>Start over</translation>
    </message>
    <message>
        <source>این برگه نیمه‌کاره مانده و پیش‌نویس آن رمزشده نگه داشته شده است.</source>
        <translation>This form was left unfinished; its draft has been kept, encrypted.</translation>
    </message>
    <message>
        <source>پیش‌نویس نیمه‌کاره</source>
        <translation>Unfinished draft</translation>
    </message>
</context>
<context>
    <name>FoundPage</name>
    <message>
        <source>گذرواژه</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>تکرار گذرواژه</source>
        <translation>Repeat the password</translation>
    </message>
    <message>
        <source>ساختن دفتر</source>
        <translation>Make the office</translation>
    </message>
    <message>
        <source>بازگشت</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>خانه‌های نشان‌دار را ببینید.</source>
        <translation>Look at the marked fields.</translation>
    </message>
    <message>
        <source>دو گذرواژه یکسان نیستند.</source>
        <translation>The two passwords are not the same.</translation>
    </message>
    <message>
        <source>محله‌های زیر پوشش</source>
        <translation>Neighbourhoods covered</translation>
    </message>
    <message>
        <source>هر محله در یک سطر؛ بعداً می‌توان افزود.</source>
        <translation>One neighbourhood a line; more can be added later.</translation>
    </message>
    <message>
        <source>نام و نام خانوادگی مدیر</source>
        <translation>Full name of the manager</translation>
    </message>
    <message>
        <source>برای ورود؛ حرف لاتین و رقم، بدون فاصله</source>
        <translation>For signing in; Latin letters and digits, no spaces</translation>
    </message>
    <message>
        <source>دفتر تازه</source>
        <translation>New office</translation>
    </message>
    <message>
        <source>خانه‌های ستاره‌دار باید پر شوند؛ بقیه را بعداً هم می‌توان نوشت.</source>
        <translation>Fields with a star must be filled in; the rest can be written later.</translation>
    </message>
    <message>
        <source>گذرواژه * (دست‌کم هشت نویسه)</source>
        <translation>Password * (at least eight characters)</translation>
    </message>
    <message>
        <source>تکرار گذرواژه *</source>
        <translation>Repeat the password *</translation>
    </message>
</context>
<context>
    <name>GlobalSearch</name>
    <message>
        <source>جست‌وجو در ساکنان، خانوارها، کارگاه‌ها و نیازها…</source>
        <translation>Search everything…</translation>
    </message>
    <message>
        <source>جست‌وجو در همه‌چیز</source>
        <translation>Search everything</translation>
    </message>
    <message>
        <source>در حال جست‌وجو…</source>
        <translation>Searching…</translation>
    </message>
</context>
<context>
    <name>Guidance</name>
    <message>
        <source>راهنما: اورژانس اجتماعی ۱۲۳</source>
        <translation>Help: Social Emergency 123</translation>
    </message>
    <message>
        <source>بستن راهنما</source>
        <translation>Close the help</translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>کلیدهای میان‌بر</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>بستن</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>جست‌وجو در همه‌چیز</source>
        <translation>Search everything</translation>
    </message>
    <message>
        <source>همهٔ صفحه‌ها</source>
        <translation>All pages</translation>
    </message>
    <message>
        <source>رفتن به صفحه‌ها</source>
        <translation>Go to the screens</translation>
    </message>
    <message>
        <source>صفحه‌های یازدهم به بعد</source>
        <translation>Pages from the eleventh on</translation>
    </message>
    <message>
        <source>تازه‌کردن صفحه</source>
        <translation>Refresh the screen</translation>
    </message>
    <message>
        <source>واگرد آخرین ثبت</source>
        <translation>Undo the last change</translation>
    </message>
    <message>
        <source>قفل‌کردن برنامه</source>
        <translation>Lock the program</translation>
    </message>
    <message>
        <source>همین راهنما</source>
        <translation>This help</translation>
    </message>
    <message>
        <source>جست‌وجو در فهرست</source>
        <translation>Search in the list</translation>
    </message>
    <message>
        <source>جابه‌جایی در فهرست</source>
        <translation>Move in the list</translation>
    </message>
    <message>
        <source>گشودن پرونده</source>
        <translation>Open the record</translation>
    </message>
    <message>
        <source>بخش بعدی</source>
        <translation>Next part</translation>
    </message>
    <message>
        <source>رفتن به نخستین نام با آن حرف</source>
        <translation>Go to the first name with that letter</translation>
    </message>
    <message>
        <source>خانهٔ بعد</source>
        <translation>Next field</translation>
    </message>
    <message>
        <source>خانهٔ پیش</source>
        <translation>Previous field</translation>
    </message>
    <message>
        <source>ثبت</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>بستن؛ اگر چیزی نوشته باشید می‌پرسد</source>
        <translation>Close; asks first if you have typed something</translation>
    </message>
    <message>
        <source>عضو بعد</source>
        <translation>Next member</translation>
    </message>
    <message>
        <source>افزودن عضو</source>
        <translation>Add a member</translation>
    </message>
    <message>
        <source>برداشتن عضو</source>
        <translation>Remove the member</translation>
    </message>
    <message>
        <source>پرسش‌های بیشتر</source>
        <translation>More questions</translation>
    </message>
    <message>
        <source>پذیرفتن کد ملی پیشنهادی</source>
        <translation>Accept the suggested national ID</translation>
    </message>
    <message>
        <source>همان فرد است</source>
        <translation>It is the same person</translation>
    </message>
    <message>
        <source>فرد دیگری است</source>
        <translation>It is another person</translation>
    </message>
    <message>
        <source>به روزی دیگر، با نوشتن دلیل</source>
        <translation>Put off to another day, with a reason</translation>
    </message>
    <message>
        <source>پیگیری نیاز بی‌مسئول با من</source>
        <translation>Follow a need without an owner yourself</translation>
    </message>
    <message>
        <source>… با همکار همان حوزه</source>
        <translation>… or its specialist does</translation>
    </message>
    <message>
        <source>اقدام بعدی انجام شد</source>
        <translation>The next action is done</translation>
    </message>
    <message>
        <source>فهرست، تابلو، راه‌حل‌ها</source>
        <translation>List, board, solutions</translation>
    </message>
    <message>
        <source>از کارت به کارت</source>
        <translation>From card to card</translation>
    </message>
    <message>
        <source>گام‌های کارت</source>
        <translation>Steps of the card</translation>
    </message>
    <message>
        <source>بردن کارت به ستون کناری</source>
        <translation>Move the card to the next column</translation>
    </message>
    <message>
        <source>نامهٔ ارجاع</source>
        <translation>Referral letter</translation>
    </message>
    <message>
        <source>نشان‌کردن یک مقدار</source>
        <translation>mark a value</translation>
    </message>
    <message>
        <source>همین بماند</source>
        <translation>keep this one</translation>
    </message>
    <message>
        <source>مقدار دیگر</source>
        <translation>another value</translation>
    </message>
    <message>
        <source>همگام‌سازی با شبکه</source>
        <translation>sync over the network</translation>
    </message>
    <message>
        <source>نوشتن پروندهٔ همراه</source>
        <translation>write a carried file</translation>
    </message>
    <message>
        <source>خواندن پروندهٔ همراه</source>
        <translation>read a carried file</translation>
    </message>
    <message>
        <source>پنجره</source>
        <translation>Window</translation>
    </message>
    <message>
        <source>کارهای امروز</source>
        <translation>Today&apos;s tasks</translation>
    </message>
    <message>
        <source>فهرست‌ها</source>
        <translation>Lists</translation>
    </message>
    <message>
        <source>خانه‌های فرم</source>
        <translation>Form fields</translation>
    </message>
    <message>
        <source>ثبت خانوار</source>
        <translation>Register a household</translation>
    </message>
    <message>
        <source>نیازها</source>
        <translation>Needs</translation>
    </message>
    <message>
        <source>تعارض‌ها</source>
        <translation>Conflicts</translation>
    </message>
    <message>
        <source>همگام‌سازی</source>
        <translation>Sync</translation>
    </message>
    <message>
        <source>کارهای ردیف نشان‌شده</source>
        <translation>What can be done with the selected row</translation>
    </message>
    <message>
        <source>جست‌وجو در برگه، مورد بعد و پیش</source>
        <translation>Search in a paper, next and previous match</translation>
    </message>
</context>
<context>
    <name>HouseholdDeeds</name>
    <message>
        <source>ثبت</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>همهٔ اعضای فعال با خانوار می‌روند.</source>
        <translation>All active members leave with the household.</translation>
    </message>
    <message>
        <source>جابه‌جایی خانوار ثبت شد.</source>
        <translation>The move of the household is saved.</translation>
    </message>
    <message>
        <source>کسانی که هنوز در خانوارند «جابه‌جا شده» می‌شوند؛ اگر کسی می‌ماند نخست او را جدا کنید.</source>
        <translation>Those still in the household become “moved”; if somebody stays, split them off first.</translation>
    </message>
    <message>
        <source>انحلال خانوار ثبت شد.</source>
        <translation>The household is dissolved.</translation>
    </message>
    <message>
        <source>چه کسانی بازگشته‌اند؟</source>
        <translation>Who has come back?</translation>
    </message>
    <message>
        <source>بازگشت خانوار ثبت شد.</source>
        <translation>The return of the household is saved.</translation>
    </message>
    <message>
        <source>برای هر که می‌رود نسبتش با سرپرست خانوار تازه را بنویسید؛ یکی «سرپرست» است. خالی: می‌ماند.</source>
        <translation>For everybody who leaves, write the relation to the head of the new household; one is the head. Empty: stays.</translation>
    </message>
    <message>
        <source>خانوار تازه ثبت شد.</source>
        <translation>The new household is saved.</translation>
    </message>
    <message>
        <source>چه کسانی می‌روند</source>
        <translation>Who leaves</translation>
    </message>
    <message>
        <source>خانوار تازه</source>
        <translation>New household</translation>
    </message>
    <message>
        <source>برای هر که می‌پیوندد نسبتش با سرپرست آن خانوار را بنویسید. خالی: می‌ماند.</source>
        <translation>For everybody who joins, write the relation to the head of that household. Empty: stays.</translation>
    </message>
    <message>
        <source>پیوستن به خانوار دیگر ثبت شد.</source>
        <translation>Joining the other household is saved.</translation>
    </message>
    <message>
        <source>چه کسانی می‌پیوندند</source>
        <translation>Who joins</translation>
    </message>
    <message>
        <source>فوت ثبت شد.</source>
        <translation>The death is saved.</translation>
    </message>
    <message>
        <source>جابه‌جایی ثبت شد.</source>
        <translation>The move is saved.</translation>
    </message>
    <message>
        <source>بازگشت ثبت شد.</source>
        <translation>The return is saved.</translation>
    </message>
    <message>
        <source>نسبت دیگران با سرپرست تازه پیشنهاد می‌شود؛ درستش کنید.</source>
        <translation>The relations of the others to the new head are suggested; correct them.</translation>
    </message>
    <message>
        <source>سرپرست تازه ثبت شد.</source>
        <translation>The new head is saved.</translation>
    </message>
    <message>
        <source>جابه‌جایی خانوار</source>
        <translation>Move the household</translation>
    </message>
    <message>
        <source>جدا کردن اعضا</source>
        <translation>Split members off</translation>
    </message>
    <message>
        <source>پیوستن به خانوار دیگر</source>
        <translation>Join another household</translation>
    </message>
    <message>
        <source>فوت</source>
        <translation>Death</translation>
    </message>
    <message>
        <source>جابه‌جایی این فرد</source>
        <translation>Move this person</translation>
    </message>
    <message>
        <source>بازگشت این فرد</source>
        <translation>Return of this person</translation>
    </message>
    <message>
        <source>سرپرست تازه</source>
        <translation>New head</translation>
    </message>
    <message>
        <source>انحلال</source>
        <translation>Dissolve</translation>
    </message>
    <message>
        <source>بازگشت خانوار</source>
        <translation>Return of the household</translation>
    </message>
    <message>
        <source>چه کسی</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>اکنون: {relation}</source>
        <translation>Now: {relation}</translation>
    </message>
    <message>
        <source>{n} نیاز باز می‌ماند تا خودتان مختومه کنید</source>
        <translation>Needs that stay open until you close them: {n}</translation>
    </message>
    <message>
        <source>{n} ثبت‌نام کارگاه پس گرفته می‌شود</source>
        <translation>Workshop enrolments withdrawn: {n}</translation>
    </message>
</context>
<context>
    <name>HouseholdPane</name>
    <message>
        <source>خانواری برگزیده نیست</source>
        <translation>No household is selected</translation>
    </message>
    <message>
        <source>خانواری را در فهرست نشان کنید.</source>
        <translation>Select a household in the list.</translation>
    </message>
    <message>
        <source>اعضا</source>
        <translation>Members</translation>
    </message>
    <message>
        <source>عضوی ثبت نشده است.</source>
        <translation>No member is registered.</translation>
    </message>
    <message>
        <source>نیازهای خانوار</source>
        <translation>Needs of the household</translation>
    </message>
    <message>
        <source>نیازی برای خانوار ثبت نشده است.</source>
        <translation>No need is recorded for the household.</translation>
    </message>
    <message>
        <source>خانوار {no}</source>
        <translation>Household {no}</translation>
    </message>
    <message>
        <source>ویرایش خانوار</source>
        <translation>Edit the household</translation>
    </message>
    <message>
        <source>افزودن عضو</source>
        <translation>Add a member</translation>
    </message>
    <message>
        <source>کارهای خانوار: جابه‌جایی، جدا کردن، پیوستن، فوت…</source>
        <translation>More for the household: move, split, join, death…</translation>
    </message>
    <message>
        <source>چاپ کارت خانوار</source>
        <translation>Print the household card</translation>
    </message>
    <message>
        <source>محله</source>
        <translation>Neighbourhood</translation>
    </message>
    <message>
        <source>نشانی</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>تلفن</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>شمار اعضا (اظهاری)</source>
        <translation>Number of members (as told)</translation>
    </message>
    <message>
        <source>نحوهٔ تصرف</source>
        <translation>Tenure</translation>
    </message>
    <message>
        <source>نوع مسکن</source>
        <translation>Kind of dwelling</translation>
    </message>
    <message>
        <source>شمار اتاق</source>
        <translation>Number of rooms</translation>
    </message>
    <message>
        <source>تاریخ ثبت</source>
        <translation>Registration date</translation>
    </message>
</context>
<context>
    <name>HouseholdPart</name>
    <message>
        <source>درآمد و پوشش حمایتی تنها با رضایت سرپرست نگه داشته می‌شود</source>
        <translation>Income and support are kept only with the consent of the head</translation>
    </message>
    <message>
        <source>رضایت سرپرست</source>
        <translation>Consent of the head</translation>
    </message>
    <message>
        <source>شاهد رضایت</source>
        <translation>Witness of the consent</translation>
    </message>
    <message>
        <source>خالی: شمار اعضای نوشته‌شده</source>
        <translation>Empty: the number of members written</translation>
    </message>
    <message>
        <source>بیشتر</source>
        <translation>More</translation>
    </message>
    <message>
        <source>خانوار</source>
        <translation>Household</translation>
    </message>
    <message>
        <source>کمتر</source>
        <translation>Less</translation>
    </message>
</context>
<context>
    <name>Households</name>
    <message>
        <source>سرپرست</source>
        <translation>Head of household</translation>
    </message>
    <message>
        <source>شماره</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>محله</source>
        <translation>Neighbourhood</translation>
    </message>
    <message>
        <source>نشانی</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>اعضا</source>
        <translation>Members</translation>
    </message>
    <message>
        <source>تاریخ ثبت</source>
        <translation>Registration date</translation>
    </message>
    <message>
        <source>وضعیت</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>بی‌سرپرست</source>
        <translation>Without a head</translation>
    </message>
</context>
<context>
    <name>HouseholdsScreen</name>
    <message>
        <source>هنوز خانواری ثبت نشده است</source>
        <translation>No household is registered yet</translation>
    </message>
    <message>
        <source>ثبت یک خانوار با همهٔ اعضایش در یک صفحه و تنها با صفحه‌کلید انجام می‌شود.</source>
        <translation>A household is registered with all its members on one page and with the keyboard alone.</translation>
    </message>
    <message>
        <source>ثبت نخستین خانوار</source>
        <translation>Register the first household</translation>
    </message>
    <message>
        <source>سرپرست، شماره، نشانی یا تلفن…</source>
        <translation>Head, number, address or phone…</translation>
    </message>
    <message>
        <source>خانوار</source>
        <translation>households</translation>
    </message>
    <message>
        <source>ثبت خانوار</source>
        <translation>Register a household</translation>
    </message>
    <message>
        <source>ورود و خروج</source>
        <translation>Import and export</translation>
    </message>
    <message>
        <source>فرم خالی</source>
        <translation>Blank form</translation>
    </message>
    <message>
        <source>فرم ثبت خانوار روی کاغذ، برای کار بی‌برق</source>
        <translation>The registration form on paper, for work without power</translation>
    </message>
    <message>
        <source>جا</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>مسکن</source>
        <translation>Housing</translation>
    </message>
    <message>
        <source>ثبت</source>
        <translation>Registration</translation>
    </message>
    <message>
        <source>ادامهٔ پیش‌نویس</source>
        <translation>Continue the draft</translation>
    </message>
    <message>
        <source>از نو</source>
        <translation>Start anew</translation>
    </message>
    <message>
        <source>ثبت یک خانوار نیمه‌کاره مانده و پیش‌نویس آن رمزشده نگه داشته شده است.</source>
        <translation>The registration of a household was left unfinished; its draft has been kept, encrypted.</translation>
    </message>
    <message>
        <source>پیش‌نویس نیمه‌کاره</source>
        <translation>Unfinished draft</translation>
    </message>
    <message>
        <source>خانوار {no} با پرونده‌های {numbers} ثبت شد.</source>
        <translation>Household {no} was registered with files {numbers}.</translation>
    </message>
    <message>
        <source>خانوار {no} ثبت شد.</source>
        <translation>Household {no} was registered.</translation>
    </message>
    <message>
        <source>نیاز «{subject}» ثبت شد.</source>
        <translation>The need “{subject}” is saved.</translation>
    </message>
    <message>
        <source>کارت خانوار</source>
        <translation>Household card</translation>
    </message>
    <message>
        <source>فرم شناسنامهٔ خانوار</source>
        <translation>Household registration form</translation>
    </message>
</context>
<context>
    <name>IdentityTab</name>
    <message>
        <source>مشخصات کارگاه</source>
        <translation>Details of the workshop</translation>
    </message>
    <message>
        <source>ثبت‌نام</source>
        <translation>Enrolment</translation>
    </message>
    <message>
        <source>جلسه‌های برگزارشده</source>
        <translation>Sessions held</translation>
    </message>
    <message>
        <source>میانگین حضور</source>
        <translation>Average attendance</translation>
    </message>
    <message>
        <source>{part} از {whole}</source>
        <translation>{part} of {whole}</translation>
    </message>
    <message>
        <source>{many} نفر در نوبت</source>
        <translation>{many} waiting</translation>
    </message>
    <message>
        <source>کسی در نوبت نیست</source>
        <translation>Nobody is waiting</translation>
    </message>
    <message>
        <source>{many} جلسه در پیش است</source>
        <translation>Sessions to come: {many}</translation>
    </message>
    <message>
        <source>جلسه‌ای نمانده است</source>
        <translation>No sessions are left</translation>
    </message>
    <message>
        <source>{came} حضور از {marked} نشانه</source>
        <translation>Present: {came} of {marked} marks</translation>
    </message>
    <message>
        <source>هنوز برگه‌ای ثبت نشده است</source>
        <translation>No sheet has been saved yet</translation>
    </message>
    <message>
        <source>نفر-ساعت آموزش</source>
        <translation>Person-hours</translation>
    </message>
    <message>
        <source>زنان سرپرست خانوار</source>
        <translation>Women heads of household</translation>
    </message>
    <message>
        <source>تکمیل دوره</source>
        <translation>Completion</translation>
    </message>
    <message>
        <source>{people} شرکت‌کنندهٔ یکتا</source>
        <translation>{people} people</translation>
    </message>
    <message>
        <source>{many} بدون پرونده</source>
        <translation>{many} without a file</translation>
    </message>
    <message>
        <source>{heads} از {known} نفر، نامشخص {unknown}</source>
        <translation>{heads} of {known}, {unknown} unknown</translation>
    </message>
    <message>
        <source>{done} از {began} نفر</source>
        <translation>{done} of {began}</translation>
    </message>
</context>
<context>
    <name>IndicatorCards</name>
    <message>
        <source>یادداشت: {note}</source>
        <translation>Note: {note}</translation>
    </message>
    <message>
        <source>ردیف‌های پشت «{figure}»</source>
        <translation>Rows behind “{figure}”</translation>
    </message>
    <message>
        <source>یادداشت برای «{figure}»</source>
        <translation>Note for “{figure}”</translation>
    </message>
    <message>
        <source>رقم‌های جدول‌ها</source>
        <translation>Figures of the tables</translation>
    </message>
</context>
<context>
    <name>InviteDialog</name>
    <message>
        <source>ثبت‌نام از فهرست ساکنان</source>
        <translation>Enrol from the residents</translation>
    </message>
    <message>
        <source>نام، مهارت یا شغل…</source>
        <translation>Name, skill or job…</translation>
    </message>
    <message>
        <source>علاقه‌مندی</source>
        <translation>Interest</translation>
    </message>
    <message>
        <source>همهٔ علاقه‌مندی‌ها</source>
        <translation>All interests</translation>
    </message>
    <message>
        <source>وضع فعالیت</source>
        <translation>Activity</translation>
    </message>
    <message>
        <source>همهٔ وضعیت‌های کار</source>
        <translation>All activities</translation>
    </message>
    <message>
        <source>محله</source>
        <translation>Neighbourhood</translation>
    </message>
    <message>
        <source>همهٔ محله‌ها</source>
        <translation>All neighbourhoods</translation>
    </message>
    <message>
        <source>ویژه</source>
        <translation>Special</translation>
    </message>
    <message>
        <source>از سن</source>
        <translation>From age</translation>
    </message>
    <message>
        <source>تا سن</source>
        <translation>To age</translation>
    </message>
    <message>
        <source>ساکنان</source>
        <translation>Residents</translation>
    </message>
    <message>
        <source>پالایه‌ها را بردارید یا واژهٔ دیگری بنویسید.</source>
        <translation>Take the filters away or write another word.</translation>
    </message>
    <message>
        <source>کسی با این ویژگی‌ها نیست</source>
        <translation>Nobody is like this</translation>
    </message>
    <message>
        <source>ثبت‌نام</source>
        <translation>Enrol</translation>
    </message>
    <message>
        <source>نخستین {many} نفر</source>
        <translation>The first {many}</translation>
    </message>
    <message>
        <source>{many} نفر</source>
        <translation>{many} people</translation>
    </message>
    <message>
        <source>{many} نفر نشان‌شده</source>
        <translation>{many} ticked</translation>
    </message>
    <message>
        <source>{free} جای خالی</source>
        <translation>{free} free seats</translation>
    </message>
    <message>
        <source>{many} نفر در نوبت می‌ماند</source>
        <translation>{many} will wait</translation>
    </message>
    <message>
        <source>{many} نفر همزمان کارگاه دیگری دارد</source>
        <translation>{many} have another workshop at that time</translation>
    </message>
    <message>
        <source>نام و نام خانوادگی</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>سن</source>
        <translation>Age</translation>
    </message>
    <message>
        <source>سرپرست</source>
        <translation>Head</translation>
    </message>
    <message>
        <source>همزمان با</source>
        <translation>At the same time</translation>
    </message>
    <message>
        <source>زن سرپرست</source>
        <translation>Woman head</translation>
    </message>
    <message>
        <source>نشان: Space   همه: Ctrl+A   ثبت‌نام: F2   بستن: Esc</source>
        <translation>Tick: Space   All: Ctrl+A   Enrol: F2   Close: Esc</translation>
    </message>
</context>
<context>
    <name>ItemsPanel</name>
    <message>
        <source>نامه به دست خود متقاضی داده می‌شود</source>
        <translation>The applicant carries the letter</translation>
    </message>
    <message>
        <source>دادهٔ شخصی در نامه</source>
        <translation>Personal data in the letter</translation>
    </message>
    <message>
        <source>تنها آنچه نشان می‌زنید چاپ می‌شود و در متن نامه نگه داشته نمی‌شود.</source>
        <translation>Only what you tick is printed; the letter itself keeps none of it.</translation>
    </message>
</context>
<context>
    <name>JalaliCalendar</name>
    <message>
        <source>ماه پیش</source>
        <translation>Previous month</translation>
    </message>
    <message>
        <source>ماه بعد</source>
        <translation>Next month</translation>
    </message>
    <message>
        <source>برگزیدن ماه</source>
        <translation>Choose the month</translation>
    </message>
    <message>
        <source>نوشتن سال</source>
        <translation>Write the year</translation>
    </message>
    <message>
        <source>روزهای ماه</source>
        <translation>Days of the month</translation>
    </message>
    <message>
        <source>سال</source>
        <translation>Year</translation>
    </message>
</context>
<context>
    <name>JalaliField</name>
    <message>
        <source>روز، ماه یا سال</source>
        <translation>Day, month or year</translation>
    </message>
    <message>
        <source>۱۴۰۴/۰۶/۱۵</source>
        <translation>1404/06/15</translation>
    </message>
    <message>
        <source>گشودن تقویم</source>
        <translation>Open the calendar</translation>
    </message>
</context>
<context>
    <name>KeepingWatch</name>
    <message>
        <source>اگر فراموش شود بازگشتی ندارد؛ شمارش‌ها و گزارش‌های امضاشده می‌ماند.</source>
        <translation>Once forgotten it does not come back; counts and signed reports stay.</translation>
    </message>
    <message>
        <source>فردا بپرس</source>
        <translation>Ask tomorrow</translation>
    </message>
    <message>
        <source>دیدن</source>
        <translation>Look</translation>
    </message>
    <message>
        <source>فراموش کن</source>
        <translation>Forget</translation>
    </message>
    <message>
        <source>مدت نگهداری گذشته است</source>
        <translation>Kept long enough</translation>
    </message>
    <message>
        <source>در حال فراموش‌کردن…</source>
        <translation>Forgetting…</translation>
    </message>
    <message>
        <source>{n} مورد برای همیشه فراموش شد.</source>
        <translation>{n} records were forgotten for good.</translation>
    </message>
</context>
<context>
    <name>LetterPane</name>
    <message>
        <source>متن نامه و ارجاع‌هایش اینجا می‌آید.</source>
        <translation>The text of the letter and its referrals are shown here.</translation>
    </message>
    <message>
        <source>نامه‌ای برگزیده نیست</source>
        <translation>No letter is chosen</translation>
    </message>
    <message>
        <source>ویرایش نامه</source>
        <translation>Edit the letter</translation>
    </message>
    <message>
        <source>حذف نامه</source>
        <translation>Delete the letter</translation>
    </message>
    <message>
        <source>بستن این بخش</source>
        <translation>Close this part</translation>
    </message>
    <message>
        <source>چاپ</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>ثبت پاسخ رسیده</source>
        <translation>Register the answer</translation>
    </message>
    <message>
        <source>نوشتن پاسخ</source>
        <translation>Write an answer</translation>
    </message>
    <message>
        <source>این نامه به دست خود متقاضی داده می‌شود.</source>
        <translation>The applicant carries this letter.</translation>
    </message>
    <message>
        <source>دیدن نیاز</source>
        <translation>See the need</translation>
    </message>
    <message>
        <source>پاسخ</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>شمارهٔ ثبت نزد گیرنده</source>
        <translation>Receiver&apos;s registration number</translation>
    </message>
</context>
<context>
    <name>Letters</name>
    <message>
        <source>نوشتن نامهٔ ارجاع</source>
        <translation>Write a referral letter</translation>
    </message>
    <message>
        <source>نامهٔ تازه</source>
        <translation>New letter</translation>
    </message>
    <message>
        <source>پاسخ: {subject}</source>
        <translation>Answer: {subject}</translation>
    </message>
    <message>
        <source>دستگاهی که نامه از آن رسیده است</source>
        <translation>The agency the letter came from</translation>
    </message>
    <message>
        <source>نامهٔ رسیده</source>
        <translation>Letter received</translation>
    </message>
    <message>
        <source>پاسخی که با آن آمده است</source>
        <translation>The answer it brought</translation>
    </message>
    <message>
        <source>رضایت زندهٔ فرد برای این دستگاه ثبت نشده است؛ با آن، دفتر خود نامه را می‌فرستد.</source>
        <translation>No live consent for this agency is registered; with it the office would send the letter itself.</translation>
    </message>
    <message>
        <source>بی‌پاسخ</source>
        <translation>Unanswered</translation>
    </message>
    <message>
        <source>ثبت‌شده</source>
        <translation>Registered</translation>
    </message>
    <message>
        <source>چاپ‌شده</source>
        <translation>Printed</translation>
    </message>
    <message>
        <source>چاپ‌نشده</source>
        <translation>Not printed</translation>
    </message>
    <message>
        <source>هنوز نامه‌ای ثبت نشده است</source>
        <translation>No letter is registered yet</translation>
    </message>
    <message>
        <source>نامهٔ ارجاع از پنجرهٔ نیاز نوشته می‌شود؛ نامه‌های دیگر و رسیده‌ها از همین‌جا.</source>
        <translation>A referral letter is written from its need; other letters and those that come in, from here.</translation>
    </message>
    <message>
        <source>شماره، موضوع یا شمارهٔ فرستنده…</source>
        <translation>Number, subject or the sender&apos;s number…</translation>
    </message>
    <message>
        <source>نامه</source>
        <translation>letters</translation>
    </message>
    <message>
        <source>وضع</source>
        <translation>State</translation>
    </message>
    <message>
        <source>همه</source>
        <translation>All</translation>
    </message>
    <message>
        <source>همهٔ گونه‌ها</source>
        <translation>All kinds</translation>
    </message>
    <message>
        <source>همهٔ دستگاه‌ها</source>
        <translation>All agencies</translation>
    </message>
    <message>
        <source>همهٔ سال‌ها</source>
        <translation>All years</translation>
    </message>
    <message>
        <source>سال</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>ویرایش نامهٔ {number}</source>
        <translation>Edit letter {number}</translation>
    </message>
</context>
<context>
    <name>LettersScreen</name>
    <message>
        <source>نامهٔ تازه</source>
        <translation>New letter</translation>
    </message>
    <message>
        <source>یادآوری به دستگاه‌های بی‌پاسخ</source>
        <translation>Remind agencies that have not answered</translation>
    </message>
    <message>
        <source>ثبت نامهٔ رسیده</source>
        <translation>Register a letter that came in</translation>
    </message>
    <message>
        <source>ثبت</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>نامهٔ رسیده با شمارهٔ {number} ثبت شد.</source>
        <translation>The letter that came in was registered with number {number}.</translation>
    </message>
    <message>
        <source>نامهٔ {number}</source>
        <translation>Letter {number}</translation>
    </message>
    <message>
        <source>نامه‌های یادآوری</source>
        <translation>Reminders</translation>
    </message>
    <message>
        <source>نامه با شمارهٔ {number} ثبت شد.</source>
        <translation>The letter was registered with number {number}.</translation>
    </message>
    <message>
        <source>نامهٔ {number} حذف شود؟</source>
        <translation>Delete letter {number}?</translation>
    </message>
    <message>
        <source>شمارهٔ آن به نامهٔ دیگری داده نمی‌شود.</source>
        <translation>Its number is given to no other letter.</translation>
    </message>
    <message>
        <source>حذف</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>نامه حذف شد.</source>
        <translation>The letter was deleted.</translation>
    </message>
    <message>
        <source>هیچ ارجاعی بی‌پاسخ نمانده است.</source>
        <translation>No referral is left unanswered.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln نامهٔ یادآوری نوشته شد.</source>
        <translation>
            <numerusform>%Ln reminder was written.</numerusform>
            <numerusform>%Ln reminders were written.</numerusform>
        </translation>
    </message>
    <message>
        <source>ویرایش نامهٔ رسیده</source>
        <translation>Edit letter received</translation>
    </message>
    <message>
        <source>شمارهٔ ثبت نزد گیرنده</source>
        <translation>Receiver&apos;s registration number</translation>
    </message>
    <message>
        <source>نامهٔ {number} ثبت شد.</source>
        <translation>Letter {number} was saved.</translation>
    </message>
</context>
<context>
    <name>LinkField</name>
    <message>
        <source>برای یافتن بنویسید…</source>
        <translation>Type to find…</translation>
    </message>
</context>
<context>
    <name>LocalRoles</name>
    <message>
        <source>معتمد محله شود</source>
        <translation>Make a local trustee</translation>
    </message>
    <message>
        <source>دیگر معتمد محله نیست</source>
        <translation>Is no longer a local trustee</translation>
    </message>
    <message>
        <source>همیار شود</source>
        <translation>Make a volunteer</translation>
    </message>
    <message>
        <source>پایان همیاری</source>
        <translation>End volunteering</translation>
    </message>
    <message>
        <source>نقش «{name}» ثبت شد.</source>
        <translation>The role “{name}” is saved.</translation>
    </message>
</context>
<context>
    <name>LockScreen</name>
    <message>
        <source>گذرواژه</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>گشودن قفل</source>
        <translation>Unlock</translation>
    </message>
    <message>
        <source>گذرواژه را بنویسید.</source>
        <translation>Write the password.</translation>
    </message>
    <message>
        <source>برنامه قفل است</source>
        <translation>The program is locked</translation>
    </message>
    <message>
        <source>{name}، برای ادامهٔ کار گذرواژهٔ خود را بنویسید.</source>
        <translation>{name}, please write your password to go on working.</translation>
    </message>
</context>
<context>
    <name>LoginPage</name>
    <message>
        <source>نام کاربری</source>
        <translation>User name</translation>
    </message>
    <message>
        <source>گذرواژه</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>ورود</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>گذرواژه را فراموش کرده‌ام</source>
        <translation>I have forgotten the password</translation>
    </message>
    <message>
        <source>گشودن دفتر</source>
        <translation>Open the office</translation>
    </message>
    <message>
        <source>گذرواژه را بنویسید.</source>
        <translation>Write the password.</translation>
    </message>
    <message>
        <source>خوش آمدید</source>
        <translation>Welcome</translation>
    </message>
    <message>
        <source>برای گشودن دفتر، گذرواژهٔ خود را بنویسید.</source>
        <translation>To open the office, write your password.</translation>
    </message>
    <message>
        <source>بازگرداندن از پشتیبان…</source>
        <translation>Restore from a backup…</translation>
    </message>
</context>
<context>
    <name>LoneVisitor</name>
    <message>
        <source>خانواری یک‌نفره با همین فرد ساخته می‌شود؛ اعضای دیگر را بعدها می‌توان افزود.</source>
        <translation>A household of one is made with this person; other members can be added later.</translation>
    </message>
    <message>
        <source>مراجع تنها</source>
        <translation>Single visitor</translation>
    </message>
    <message>
        <source>ثبت</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>پروندهٔ {no} ثبت شد.</source>
        <translation>File {no} is saved.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>چیزی برای واگرد نیست.</source>
        <translation>There is nothing to undo.</translation>
    </message>
    <message>
        <source>تسهیلگر</source>
        <translation>Tashilgar</translation>
    </message>
    <message>
        <source>پروندهٔ دفتر</source>
        <translation>Office file</translation>
    </message>
    <message>
        <source>تا یک دقیقهٔ دیگر برنامه قفل می‌شود؛ نوشته‌ها می‌مانند.</source>
        <translation>The program locks in a minute; what is typed stays.</translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>ح</source>
        <translation>P</translation>
    </message>
    <message>
        <source>ت</source>
        <translation>L</translation>
    </message>
    <message>
        <source>غ</source>
        <translation>A</translation>
    </message>
    <message>
        <source>م</source>
        <translation>E</translation>
    </message>
</context>
<context>
    <name>MatchPage</name>
    <message>
        <source>برگه</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>بازبینی</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>ستون پرونده</source>
        <translation>Column of the file</translation>
    </message>
    <message>
        <source>نمونه</source>
        <translation>Sample</translation>
    </message>
    <message>
        <source>خانهٔ برنامه</source>
        <translation>Field of the program</translation>
    </message>
    <message>
        <source>— نادیده بماند —</source>
        <translation>— ignore —</translation>
    </message>
    <message>
        <source>این ستون‌ها باید باشند و هنوز برگزیده نشده‌اند: {columns}</source>
        <translation>These columns are needed and are not chosen yet: {columns}</translation>
    </message>
    <message>
        <source>ستون‌های ناشناخته نادیده می‌مانند؛ هر چه برگزینید برای بار بعد به یاد می‌ماند.</source>
        <translation>Unknown columns are ignored; what you choose is remembered for the next time.</translation>
    </message>
    <message>
        <source>پروندهٔ دیگر</source>
        <translation>Another file</translation>
    </message>
</context>
<context>
    <name>Meanwhile</name>
    <message>
        <source>رایانهٔ «{name}»</source>
        <translation>the laptop “{name}”</translation>
    </message>
    <message>
        <source>ردیف‌هایی دیگر</source>
        <translation>other rows</translation>
    </message>
    <message>
        <source>خالی</source>
        <translation>empty</translation>
    </message>
</context>
<context>
    <name>Meetings</name>
    <message>
        <source>موضوع یا دستور جلسه…</source>
        <translation>Subject or agenda…</translation>
    </message>
    <message>
        <source>جلسه</source>
        <translation>meetings</translation>
    </message>
    <message>
        <source>جلسهٔ تازه</source>
        <translation>New meeting</translation>
    </message>
    <message>
        <source>هنوز جلسه‌ای ثبت نشده است</source>
        <translation>No meeting is recorded yet</translation>
    </message>
    <message>
        <source>جلسه را با دستور آن بنویسید؛ حاضران، خلاصه و مصوبه‌ها پس از جلسه می‌آید.</source>
        <translation>Write the meeting with its agenda; attendees, summary and resolutions come after it.</translation>
    </message>
    <message>
        <source>همهٔ گونه‌ها</source>
        <translation>All kinds</translation>
    </message>
    <message>
        <source>هنوز چیزی تصویب نشده است؛ مصوبه را در خط پایین بنویسید.</source>
        <translation>Nothing is resolved yet; write resolutions in the line below.</translation>
    </message>
    <message>
        <source>متن مصوبه…</source>
        <translation>Text of the resolution…</translation>
    </message>
    <message>
        <source>مصوبه</source>
        <translation>resolutions</translation>
    </message>
    <message>
        <source>مصوبهٔ تازه</source>
        <translation>New resolution</translation>
    </message>
    <message>
        <source>هنوز مصوبه‌ای نیست</source>
        <translation>There are no resolutions yet</translation>
    </message>
    <message>
        <source>مصوبه‌ها در صورتجلسه نوشته می‌شوند، هر یک با مسئول و مهلت.</source>
        <translation>Resolutions are written in the minutes, each with who answers for it and until when.</translation>
    </message>
    <message>
        <source>عنوان تفاهم‌نامه…</source>
        <translation>Title of the memorandum…</translation>
    </message>
    <message>
        <source>تفاهم‌نامه</source>
        <translation>memoranda</translation>
    </message>
    <message>
        <source>تفاهم‌نامهٔ تازه</source>
        <translation>New memorandum</translation>
    </message>
    <message>
        <source>هنوز تفاهم‌نامه‌ای نیست</source>
        <translation>There are no memoranda yet</translation>
    </message>
    <message>
        <source>تفاهم‌نامه با تعهد هر طرف نوشته می‌شود و پس از روز پایان خودبه‌خود پایان می‌یابد.</source>
        <translation>A memorandum is written with what each party promises, and ends by itself after its last day.</translation>
    </message>
    <message>
        <source>تعهدی نوشته نشده است.</source>
        <translation>No commitment is written.</translation>
    </message>
    <message>
        <source>متن تعهد…</source>
        <translation>Text of the commitment…</translation>
    </message>
    <message>
        <source>تعهد</source>
        <translation>commitments</translation>
    </message>
    <message>
        <source>تعهد تازه</source>
        <translation>New commitment</translation>
    </message>
    <message>
        <source>هنوز تعهدی نیست</source>
        <translation>There are no commitments yet</translation>
    </message>
    <message>
        <source>تعهدها در تفاهم‌نامه نوشته می‌شوند، با مهلت و مقدار.</source>
        <translation>Commitments are written in a memorandum, with their day and quantity.</translation>
    </message>
</context>
<context>
    <name>MeetingsScreen</name>
    <message>
        <source>مصوبه ثبت شد.</source>
        <translation>The resolution was saved.</translation>
    </message>
</context>
<context>
    <name>Member</name>
    <message>
        <source>شمارهٔ مدرک</source>
        <translation>Document number</translation>
    </message>
    <message>
        <source>رضایت پایه</source>
        <translation>Basic consent</translation>
    </message>
    <message>
        <source>خالی: هنوز پرسیده نشده</source>
        <translation>Empty: not asked yet</translation>
    </message>
    <message>
        <source>شاهد رضایت</source>
        <translation>Witness of the consent</translation>
    </message>
    <message>
        <source>سال کافی است: ۱۳۶۲</source>
        <translation>The year is enough: 1362</translation>
    </message>
    <message>
        <source>اگر تاریخ تولد روشن نیست</source>
        <translation>If the date of birth is not known</translation>
    </message>
</context>
<context>
    <name>MemberBlock</name>
    <message>
        <source>بیشتر</source>
        <translation>More</translation>
    </message>
    <message>
        <source>برداشتن این عضو</source>
        <translation>Remove this member</translation>
    </message>
    <message>
        <source>عضو {n}</source>
        <translation>Member {n}</translation>
    </message>
    <message>
        <source>کمتر</source>
        <translation>Less</translation>
    </message>
</context>
<context>
    <name>Minutes</name>
    <message>
        <source>دستور جلسه</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>حاضران</source>
        <translation>Attendees</translation>
    </message>
    <message>
        <source>با ویرایش جلسه، حاضران را با سمت و دستگاه بنویسید.</source>
        <translation>Edit the meeting to write who was there, with role and agency.</translation>
    </message>
    <message>
        <source>تا {day}</source>
        <translation>until {day}</translation>
    </message>
    <message>
        <source>نیاز: {title}</source>
        <translation>need: {title}</translation>
    </message>
    <message>
        <source>امضا کرد</source>
        <translation>Signed</translation>
    </message>
</context>
<context>
    <name>MinutesPane</name>
    <message>
        <source>نوشتن مصوبه‌ها</source>
        <translation>Write resolutions</translation>
    </message>
    <message>
        <source>افزودن مصوبه</source>
        <translation>Add the resolution</translation>
    </message>
    <message>
        <source>پایان</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>افزودن: Ctrl+Enter   پایان: Esc</source>
        <translation>Add: Ctrl+Enter   Done: Esc</translation>
    </message>
</context>
<context>
    <name>Money</name>
    <message>
        <source>{amount} ریال</source>
        <translation>{amount} rials</translation>
    </message>
    <message>
        <source>{amount} میلیون تومان</source>
        <translation>{amount} million tomans</translation>
    </message>
    <message>
        <source>نوشته شده: {amount} {unit}</source>
        <translation>Written: {amount} {unit}</translation>
    </message>
    <message>
        <source>هزینه‌شده {spent} از {held} ریال</source>
        <translation>Spent {spent} of {held} rials</translation>
    </message>
    <message>
        <source>مانده</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>جمع‌ها</source>
        <translation>Sums</translation>
    </message>
    <message>
        <source>درخواست‌ها</source>
        <translation>Requests</translation>
    </message>
    <message>
        <source>عنوان یا شمارهٔ نامه…</source>
        <translation>Title or letter number…</translation>
    </message>
    <message>
        <source>اعتبار</source>
        <translation>credits</translation>
    </message>
    <message>
        <source>اعتبار تازه</source>
        <translation>New credit</translation>
    </message>
    <message>
        <source>هنوز اعتباری ثبت نشده است</source>
        <translation>No credit is recorded yet</translation>
    </message>
    <message>
        <source>اعتبار را با مبلغ و یکای آن بنویسید: «۲ میلیارد تومان» یا «۵۳ میلیارد ریال».</source>
        <translation>Write the credit with its amount and unit: two billion toman, or 53 billion rials.</translation>
    </message>
    <message>
        <source>همهٔ منبع‌ها</source>
        <translation>All sources</translation>
    </message>
    <message>
        <source>هنوز هزینه‌ای نشده است.</source>
        <translation>Nothing was spent yet.</translation>
    </message>
    <message>
        <source>این اعتبار به پروژه‌ای نپیوسته است.</source>
        <translation>This credit is tied to no project.</translation>
    </message>
    <message>
        <source>شرح یا شمارهٔ سند…</source>
        <translation>Note or document number…</translation>
    </message>
    <message>
        <source>هزینه</source>
        <translation>expenses</translation>
    </message>
    <message>
        <source>هزینهٔ تازه</source>
        <translation>New expense</translation>
    </message>
    <message>
        <source>هنوز هزینه‌ای ثبت نشده است</source>
        <translation>No expense is recorded yet</translation>
    </message>
    <message>
        <source>هر هزینه از یک اعتبار است و از دریافتی آن بیشتر نمی‌شود.</source>
        <translation>Every expense is of one credit, and never more than what was received of it.</translation>
    </message>
    <message>
        <source>همهٔ گونه‌ها</source>
        <translation>All kinds</translation>
    </message>
    <message>
        <source>عنوان پروژه…</source>
        <translation>Title of the project…</translation>
    </message>
    <message>
        <source>پروژه</source>
        <translation>projects</translation>
    </message>
    <message>
        <source>پروژهٔ تازه</source>
        <translation>New project</translation>
    </message>
    <message>
        <source>هنوز پروژه‌ای ثبت نشده است</source>
        <translation>No project is recorded yet</translation>
    </message>
    <message>
        <source>ساخت، تجهیز یا تعمیری که به نیازی پاسخ می‌دهد، با اعتبار و پیشرفت آن.</source>
        <translation>What is built, equipped or repaired for a need, with its credits and progress.</translation>
    </message>
    <message>
        <source>نیازی به این پروژه نپیوسته است.</source>
        <translation>No need is tied to this project.</translation>
    </message>
    <message>
        <source>اعتباری به این پروژه نپیوسته است.</source>
        <translation>No credit is tied to this project.</translation>
    </message>
    <message>
        <source>هزینه‌ای برای این پروژه نوشته نشده است.</source>
        <translation>No expense is written for this project.</translation>
    </message>
    <message>
        <source>درخواست</source>
        <translation>requests</translation>
    </message>
    <message>
        <source>درخواست تازه</source>
        <translation>New request</translation>
    </message>
    <message>
        <source>هنوز درخواستی نیست</source>
        <translation>There are no requests yet</translation>
    </message>
    <message>
        <source>درخواست اعتبار با دلیل آن و پاسخ دستگاه نوشته می‌شود.</source>
        <translation>A request is written with its reason and the answer of the agency.</translation>
    </message>
    <message>
        <source>هنوز ارزیابی نشده است.</source>
        <translation>Not evaluated yet.</translation>
    </message>
    <message>
        <source>نیازهایی که این پروژه را نام برده‌اند</source>
        <translation>Needs that name this project</translation>
    </message>
</context>
<context>
    <name>MoneyField</name>
    <message>
        <source>ریال یا تومان؟</source>
        <translation>Rials or tomans?</translation>
    </message>
    <message>
        <source>مبلغ</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>واحد</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>{rial} ریال = {toman} تومان</source>
        <translation>{rial} rials = {toman} tomans</translation>
    </message>
</context>
<context>
    <name>MonthCalendar</name>
    <message>
        <source>ماه پیش</source>
        <translation>Previous month</translation>
    </message>
    <message>
        <source>ماه بعد</source>
        <translation>Next month</translation>
    </message>
    <message>
        <source>امروز</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>روزهای {month}</source>
        <translation>Days of {month}</translation>
    </message>
</context>
<context>
    <name>MonthField</name>
    <message>
        <source>سال</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>ماه</source>
        <translation>Month</translation>
    </message>
</context>
<context>
    <name>MonthGrid</name>
    <message>
        <source>روزهای ماه</source>
        <translation>Days of the month</translation>
    </message>
</context>
<context>
    <name>MonthPicker</name>
    <message>
        <source>ماه گزارش</source>
        <translation>Month of the report</translation>
    </message>
    <message>
        <source>{month} (ناتمام)</source>
        <translation>{month} (unfinished)</translation>
    </message>
    <message>
        <source>ماه پیش</source>
        <translation>Previous month</translation>
    </message>
    <message>
        <source>ماه بعد</source>
        <translation>Next month</translation>
    </message>
</context>
<context>
    <name>MonthsPanel</name>
    <message>
        <source>ماه‌ها و نسخه‌های گزارش</source>
        <translation>Months and versions of the report</translation>
    </message>
    <message>
        <source>هر نسخهٔ امضاشده همان‌گونه که امضا شد می‌ماند.</source>
        <translation>Every signed version stays as it was signed.</translation>
    </message>
</context>
<context>
    <name>NeedForm</name>
    <message>
        <source>ثبت نیاز</source>
        <translation>Record a need</translation>
    </message>
    <message>
        <source>شاید همین نیاز پیش‌تر ثبت شده باشد</source>
        <translation>This need may already be registered</translation>
    </message>
    <message>
        <source>اگر نیاز دیگری است، دوباره F2 را بزنید تا ثبت شود.</source>
        <translation>If it is another need, press F2 again to save it.</translation>
    </message>
    <message>
        <source>تکراری است</source>
        <translation>It is a duplicate</translation>
    </message>
    <message>
        <source>رفتن به آن</source>
        <translation>Go to it</translation>
    </message>
</context>
<context>
    <name>NeedPane</name>
    <message>
        <source>شرح، گام‌ها و پاسخ‌های نیازی که برمی‌گزینید اینجا می‌آید.</source>
        <translation>The description, steps and answers of the need you select appear here.</translation>
    </message>
    <message>
        <source>نیازی برگزیده نیست</source>
        <translation>No need is selected</translation>
    </message>
    <message>
        <source>گام‌ها و پاسخ‌ها</source>
        <translation>Steps and answers</translation>
    </message>
    <message>
        <source>چاپ نامهٔ ارجاع</source>
        <translation>Print the referral letter</translation>
    </message>
    <message>
        <source>ویرایش نیاز</source>
        <translation>Edit the need</translation>
    </message>
    <message>
        <source>بستن این بخش</source>
        <translation>Close this pane</translation>
    </message>
    <message>
        <source>این نیاز به پایان رسیده و گام دیگری ندارد.</source>
        <translation>This need has reached its end and has no further steps.</translation>
    </message>
    <message>
        <source>دستگاه‌ها</source>
        <translation>Agencies</translation>
    </message>
    <message>
        <source>افزودن دستگاه</source>
        <translation>Add an agency</translation>
    </message>
    <message>
        <source>{days} روز</source>
        <translation>{days} days</translation>
    </message>
    <message>
        <source>مدت پیگیری</source>
        <translation>Days followed up</translation>
    </message>
    <message>
        <source>بله</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>خیر</source>
        <translation>No</translation>
    </message>
    <message>
        <source>{many} از ۵</source>
        <translation>{many} of 5</translation>
    </message>
    <message>
        <source>رضایت</source>
        <translation>Satisfaction</translation>
    </message>
    <message>
        <source>تکرارِ این نیاز است</source>
        <translation>Duplicate of this need</translation>
    </message>
    <message>
        <source>بار دیگر گفته شد</source>
        <translation>Told again as</translation>
    </message>
    <message>
        <source>همهٔ ارجاع‌ها پس گرفته شده است و این نیاز نزد هیچ دستگاهی نیست.</source>
        <translation>Every referral was taken back; no agency has this need now.</translation>
    </message>
    <message>
        <source>مصوبهٔ جلسه، تا {day}</source>
        <translation>Resolution of a meeting, until {day}</translation>
    </message>
</context>
<context>
    <name>Needs</name>
    <message>
        <source>شماره</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>هنوز نیازی ثبت نشده است</source>
        <translation>No need is recorded yet</translation>
    </message>
    <message>
        <source>نیاز یک فرد، خانوار یا محله را ثبت و تا پاسخ دستگاه پیگیری کنید.</source>
        <translation>Record the need of a person, household or neighbourhood and follow it until the agency answers.</translation>
    </message>
    <message>
        <source>ثبت نیاز</source>
        <translation>Record a need</translation>
    </message>
    <message>
        <source>عنوان، شرح یا شمارهٔ نیاز…</source>
        <translation>Title, description or number of the need…</translation>
    </message>
    <message>
        <source>نیاز</source>
        <translation>needs</translation>
    </message>
    <message>
        <source>همهٔ حوزه‌ها</source>
        <translation>All fields</translation>
    </message>
    <message>
        <source>سطح</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>جمعی</source>
        <translation>Collective</translation>
    </message>
    <message>
        <source>باز</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>همه</source>
        <translation>All</translation>
    </message>
    <message>
        <source>همهٔ دستگاه‌ها</source>
        <translation>All agencies</translation>
    </message>
    <message>
        <source>همهٔ محله‌ها</source>
        <translation>All neighbourhoods</translation>
    </message>
    <message>
        <source>همهٔ همکاران</source>
        <translation>All colleagues</translation>
    </message>
    <message>
        <source>مهلت</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>دیرکرد</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>{days} روز</source>
        <translation>{days} days</translation>
    </message>
    <message>
        <source>وضعیت</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>نیاز شمارهٔ {number}</source>
        <translation>Need number {number}</translation>
    </message>
    <message>
        <source>اگر خالی بماند: ۱۵ روز پس از ارسال</source>
        <translation>If left empty: 15 days after sending</translation>
    </message>
    <message>
        <source>ثبت در دبیرخانه نوشته شد؛ نیاز همچنان در انتظار پاسخ است.</source>
        <translation>The entry at the registry was recorded; the need is still waiting for an answer.</translation>
    </message>
    <message>
        <source>پاسخ دستگاه ثبت شد.</source>
        <translation>The agency&apos;s answer was saved.</translation>
    </message>
    <message>
        <source>پاسخ {agency}</source>
        <translation>Answer of {agency}</translation>
    </message>
    <message>
        <source>ارجاع به {agency} پس گرفته شد.</source>
        <translation>The referral to {agency} was withdrawn.</translation>
    </message>
    <message>
        <source>پس‌گرفتن ارجاع به {agency}</source>
        <translation>Withdraw the referral to {agency}</translation>
    </message>
    <message>
        <source>ارجاع ثبت شد؛ نامه را با F9 چاپ کنید.</source>
        <translation>The referral was saved; print the letter with F9.</translation>
    </message>
    <message>
        <source>افزودن دستگاه</source>
        <translation>Add an agency</translation>
    </message>
    <message>
        <source>ارجاع به {agency}</source>
        <translation>Referral to {agency}</translation>
    </message>
    <message>
        <source>یادآوری به {agency}</source>
        <translation>Reminder to {agency}</translation>
    </message>
    <message>
        <source>رفتن به نامهٔ یادآوری</source>
        <translation>Go to the reminder</translation>
    </message>
    <message>
        <source>رفتن به مراجعه</source>
        <translation>Go to the visit</translation>
    </message>
    <message>
        <source>مهلت پاسخ {day}</source>
        <translation>Answer due {day}</translation>
    </message>
    <message>
        <source>چاپ نامهٔ ارجاع به {agency}</source>
        <translation>Print the letter of referral to {agency}</translation>
    </message>
    <message>
        <source>پاسخ {agency}: {answer}</source>
        <translation>Answer of {agency}: {answer}</translation>
    </message>
    <message>
        <source>بی‌پاسخ</source>
        <translation>No answer</translation>
    </message>
    <message>
        <source>نامهٔ {number}</source>
        <translation>letter {number}</translation>
    </message>
    <message>
        <source>{days} روز در انتظار</source>
        <translation>Waiting for {days} days</translation>
    </message>
    <message>
        <source>{many} یادآوری</source>
        <translation>Reminders: {many}</translation>
    </message>
    <message>
        <source>وعده: {day} — گذشته است</source>
        <translation>Promised: {day} — overdue</translation>
    </message>
    <message>
        <source>وعده: {day}</source>
        <translation>Promised: {day}</translation>
    </message>
    <message>
        <source>ثبت پاسخ</source>
        <translation>Enter the answer</translation>
    </message>
    <message>
        <source>ارجاع به دستگاه دیگر</source>
        <translation>Refer to another agency</translation>
    </message>
    <message>
        <source>پس‌گرفتن ارجاع</source>
        <translation>Withdraw the referral</translation>
    </message>
    <message>
        <source>برآوردهٔ این ماه</source>
        <translation>Met this month</translation>
    </message>
    <message>
        <source>همهٔ گونه‌های محله</source>
        <translation>All kinds of neighbourhood</translation>
    </message>
    <message>
        <source>راه‌حل‌ها</source>
        <translation>Solutions</translation>
    </message>
    <message>
        <source>ماه</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>واژه‌ای از راه‌حل…</source>
        <translation>A word of the solution…</translation>
    </message>
    <message>
        <source>راه‌حل</source>
        <translation>Solution</translation>
    </message>
    <message>
        <source>هنوز راه‌حلی نوشته نشده است</source>
        <translation>No solutions yet</translation>
    </message>
    <message>
        <source>هنگام «برآورده شد» بنویسید چه چیزی کار را راه انداخت؛ بی نام کسی.</source>
        <translation>When a need is met, write what made it work, without anybody&apos;s name.</translation>
    </message>
    <message>
        <source>دستگاه دیگر</source>
        <translation>One more agency</translation>
    </message>
    <message>
        <source>کار دفتر از این پس</source>
        <translation>What the office does from now on</translation>
    </message>
    <message>
        <source>اگر بنویسید، نیاز «در دست اقدام» می‌شود؛ وگرنه بی‌دستگاه می‌ماند.</source>
        <translation>If you write it, the need is in progress; otherwise it stays without an agency.</translation>
    </message>
</context>
<context>
    <name>NeedsPage</name>
    <message>
        <source>نمایش نیازها</source>
        <translation>View of needs</translation>
    </message>
    <message>
        <source>فهرست</source>
        <translation>List</translation>
    </message>
    <message>
        <source>تابلو</source>
        <translation>Board</translation>
    </message>
    <message>
        <source>راه‌حل‌ها</source>
        <translation>Solutions</translation>
    </message>
</context>
<context>
    <name>NeedsScreen</name>
    <message>
        <source>ثبت نیاز</source>
        <translation>Record a need</translation>
    </message>
    <message>
        <source>ویرایش نیاز</source>
        <translation>Edit the need</translation>
    </message>
    <message>
        <source>نیاز «{subject}» تکراری ثبت شد و به نیاز پیشین پیوند خورد.</source>
        <translation>The need “{subject}” was noted as a duplicate and linked to the earlier one.</translation>
    </message>
    <message>
        <source>نیاز «{subject}» ثبت شد.</source>
        <translation>The need “{subject}” was saved.</translation>
    </message>
    <message>
        <source>برگه‌های نیاز</source>
        <translation>Papers of needs</translation>
    </message>
</context>
<context>
    <name>NgoPlans</name>
    <message>
        <source>امروز آخرین روز است</source>
        <translation>Today is the last day</translation>
    </message>
    <message>
        <source>{days} روز گذشته</source>
        <translation>{days} days over</translation>
    </message>
    <message>
        <source>{days} روز مانده</source>
        <translation>{days} days left</translation>
    </message>
    <message>
        <source>از {start} تا {end}؛ هشدار ۳۰ و ۷ روز پیش از پایان و در روز پایان.</source>
        <translation>From {start} to {end}; alerts 30 and 7 days before the end and on the last day.</translation>
    </message>
    <message>
        <source>تمدید مهلت تنها با استان است، با دلیل.</source>
        <translation>Only the province extends the term, with a reason.</translation>
    </message>
    <message>
        <source>امتیاز دو سطح</source>
        <translation>Scores of two levels</translation>
    </message>
    <message>
        <source>فرمانداری</source>
        <translation>County</translation>
    </message>
    <message>
        <source>استانداری</source>
        <translation>Province</translation>
    </message>
    <message>
        <source>میانگین</source>
        <translation>Mean</translation>
    </message>
</context>
<context>
    <name>Ngos</name>
    <message>
        <source>سمن‌ها</source>
        <translation>NGOs</translation>
    </message>
    <message>
        <source>دفترچهٔ سمن‌ها</source>
        <translation>Directory of NGOs</translation>
    </message>
    <message>
        <source>طرح‌ها</source>
        <translation>Plans</translation>
    </message>
    <message>
        <source>فهرست استان</source>
        <translation>The province&apos;s list</translation>
    </message>
    <message>
        <source>عنوان طرح یا سمن…</source>
        <translation>Title of the plan or NGO…</translation>
    </message>
    <message>
        <source>طرح</source>
        <translation>plans</translation>
    </message>
    <message>
        <source>طرح تازه</source>
        <translation>New plan</translation>
    </message>
    <message>
        <source>هنوز طرحی ثبت نشده است</source>
        <translation>No plan is recorded yet</translation>
    </message>
    <message>
        <source>طرح سمن با تصویب استان سه ماه مهلت دارد و پیش از پایان هشدار می‌دهد.</source>
        <translation>Once the province approves it, a plan of an NGO has three months, and warns before they end.</translation>
    </message>
    <message>
        <source>مانده</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>پروانه</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>نام سمن…</source>
        <translation>Name of the NGO…</translation>
    </message>
    <message>
        <source>سمن</source>
        <translation>NGOs</translation>
    </message>
    <message>
        <source>سمن تازه</source>
        <translation>New NGO</translation>
    </message>
    <message>
        <source>هنوز سمنی ثبت نشده است</source>
        <translation>No NGO is recorded yet</translation>
    </message>
    <message>
        <source>سمن‌ها را با شماره و پایان پروانه بنویسید؛ با پروانهٔ گذشته طرحی تصویب نمی‌شود.</source>
        <translation>Write NGOs with the number and end of their licence; no plan is approved on an expired one.</translation>
    </message>
    <message>
        <source>رابطی نوشته نشده است.</source>
        <translation>No contact is recorded.</translation>
    </message>
    <message>
        <source>طرحی از این سمن نیست.</source>
        <translation>There is no plan of this NGO.</translation>
    </message>
    <message>
        <source>نام</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>شمارهٔ پروانه</source>
        <translation>Licence number</translation>
    </message>
    <message>
        <source>پایان پروانه</source>
        <translation>Licence ends</translation>
    </message>
    <message>
        <source>نوشته نشده است</source>
        <translation>Not written</translation>
    </message>
    <message>
        <source>{days} روز دیگر</source>
        <translation>in {days} days</translation>
    </message>
    <message>
        <source>{days} روز پیش پایان یافت</source>
        <translation>ended {days} days ago</translation>
    </message>
    <message>
        <source>عنوان طرح…</source>
        <translation>Title of the plan…</translation>
    </message>
    <message>
        <source>طرح پیشنهادی تازه</source>
        <translation>New plan of the list</translation>
    </message>
    <message>
        <source>فهرست استان خالی است</source>
        <translation>The province&apos;s list is empty</translation>
    </message>
    <message>
        <source>طرح‌هایی که استان برای سمن‌ها تعریف کرده است اینجا می‌آید.</source>
        <translation>Plans that the province has set up for NGOs appear here.</translation>
    </message>
    <message>
        <source>هنوز ارزیابی نشده است.</source>
        <translation>Not evaluated yet.</translation>
    </message>
</context>
<context>
    <name>Operations</name>
    <message>
        <source>انجام نشد</source>
        <translation>It was not done</translation>
    </message>
    <message>
        <source>دوباره</source>
        <translation>Again</translation>
    </message>
    <message>
        <source>انصراف</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>اکنون نشد</source>
        <translation>Not possible now</translation>
    </message>
</context>
<context>
    <name>Organizations</name>
    <message>
        <source>رابطی نوشته نشده است.</source>
        <translation>No contacts yet.</translation>
    </message>
    <message>
        <source>نام دستگاه یا سازمان…</source>
        <translation>Name of an agency or organization…</translation>
    </message>
    <message>
        <source>دستگاه</source>
        <translation>Agency</translation>
    </message>
    <message>
        <source>دستگاه تازه</source>
        <translation>New agency</translation>
    </message>
    <message>
        <source>هنوز دستگاهی ثبت نشده است</source>
        <translation>No agencies yet</translation>
    </message>
    <message>
        <source>دستگاه‌هایی که نیازها به آن‌ها ارجاع می‌شود، سمن‌ها و خیریه‌ها.</source>
        <translation>Agencies that needs are referred to, NGOs and charities.</translation>
    </message>
    <message>
        <source>همهٔ گونه‌ها</source>
        <translation>All kinds</translation>
    </message>
    <message>
        <source>ارجاع</source>
        <translation>Referrals</translation>
    </message>
    <message>
        <source>پاسخگویی تا امروز</source>
        <translation>Answers until today</translation>
    </message>
    <message>
        <source>معمولاً برای</source>
        <translation>Usually for</translation>
    </message>
    <message>
        <source>{answered} از {sent} ارجاع</source>
        <translation>{answered} of {sent} referrals</translation>
    </message>
    <message>
        <source>{days} روز</source>
        <translation>{days} days</translation>
    </message>
    <message>
        <source>پاسخ داده</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>میانهٔ روز تا پاسخ</source>
        <translation>Median days to answer</translation>
    </message>
    <message>
        <source>{count}، کهنه‌ترین {days} روز</source>
        <translation>{count}, the oldest {days} days</translation>
    </message>
    <message>
        <source>بی‌پاسخ</source>
        <translation>No answer</translation>
    </message>
    <message>
        <source>یادآوری</source>
        <translation>Reminder</translation>
    </message>
    <message>
        <source>آخرین پاسخ</source>
        <translation>Last answer</translation>
    </message>
</context>
<context>
    <name>OtherValue</name>
    <message>
        <source>هیچ‌کدام؛ مقدار دیگری می‌نویسم</source>
        <translation>Neither; I type another value</translation>
    </message>
    <message>
        <source>مقدار دیگر</source>
        <translation>Another value</translation>
    </message>
    <message>
        <source>همین بماند</source>
        <translation>Keep this one</translation>
    </message>
    <message>
        <source>مقدار درست:</source>
        <translation>The right value:</translation>
    </message>
</context>
<context>
    <name>Oversight</name>
    <message>
        <source>پایش</source>
        <translation>Oversight</translation>
    </message>
    <message>
        <source>قراردادها</source>
        <translation>Contracts</translation>
    </message>
    <message>
        <source>بازدیدها</source>
        <translation>Inspections</translation>
    </message>
    <message>
        <source>برنامه‌ها</source>
        <translation>Programmes</translation>
    </message>
    <message>
        <source>ارزیاب یا دوره…</source>
        <translation>Evaluator or period…</translation>
    </message>
    <message>
        <source>ارزیابی</source>
        <translation>evaluations</translation>
    </message>
    <message>
        <source>ارزیابی دفتر</source>
        <translation>Evaluate the office</translation>
    </message>
    <message>
        <source>هنوز ارزیابی‌ای ثبت نشده است</source>
        <translation>No evaluation is recorded yet</translation>
    </message>
    <message>
        <source>معیارها وزن دارند و امتیاز هر یک از ۰ تا ۵ است؛ امتیاز کل شمرده می‌شود.</source>
        <translation>Criteria have weights and scores from 0 to 5; the total is worked out.</translation>
    </message>
    <message>
        <source>همهٔ گونه‌ها</source>
        <translation>All kinds</translation>
    </message>
    <message>
        <source>پروندهٔ ارزیابی‌شده</source>
        <translation>What was evaluated</translation>
    </message>
    <message>
        <source>{many} از ۱۲ ماه</source>
        <translation>{many} of 12 months</translation>
    </message>
    <message>
        <source>ماه‌های بی‌بازدید</source>
        <translation>Months without an inspection</translation>
    </message>
    <message>
        <source>بی‌بازدید</source>
        <translation>Without</translation>
    </message>
    <message>
        <source>نام مکان…</source>
        <translation>Name of the place…</translation>
    </message>
    <message>
        <source>بازدید</source>
        <translation>inspections</translation>
    </message>
    <message>
        <source>بازدید تازه</source>
        <translation>New inspection</translation>
    </message>
    <message>
        <source>بازدیدی برای دیدن نیست</source>
        <translation>There is no inspection to be seen</translation>
    </message>
    <message>
        <source>بازدید سرزده تا انجام نشده باشد تنها نزد بازدیدکننده و استان دیده می‌شود.</source>
        <translation>A surprise inspection is seen only by the inspector and the province until it was made.</translation>
    </message>
    <message>
        <source>همهٔ سندها</source>
        <translation>All documents</translation>
    </message>
    <message>
        <source>نام همکار…</source>
        <translation>Name of the colleague…</translation>
    </message>
    <message>
        <source>همکار</source>
        <translation>colleagues</translation>
    </message>
    <message>
        <source>همکار تازه</source>
        <translation>New colleague</translation>
    </message>
    <message>
        <source>هنوز همکاری ثبت نشده است</source>
        <translation>No colleague is recorded yet</translation>
    </message>
    <message>
        <source>تسهیلگران و کارشناسان با تخصص، تاریخ آغاز و پایان همکاری.</source>
        <translation>Facilitators and experts with their specialty and the days they began and left.</translation>
    </message>
    <message>
        <source>همهٔ سمت‌ها</source>
        <translation>All positions</translation>
    </message>
    <message>
        <source>شمارهٔ قرارداد…</source>
        <translation>Contract number…</translation>
    </message>
    <message>
        <source>قرارداد</source>
        <translation>contracts</translation>
    </message>
    <message>
        <source>قرارداد تازه</source>
        <translation>New contract</translation>
    </message>
    <message>
        <source>هنوز قراردادی ثبت نشده است</source>
        <translation>No contract is recorded yet</translation>
    </message>
    <message>
        <source>قرارداد مجری دفتر؛ در پایان آن، بستهٔ تحویل برای مجری بعدی آماده می‌شود.</source>
        <translation>The contract of the office&apos;s operator; at its end the handover package for the next one is made ready.</translation>
    </message>
    <message>
        <source>عنوان یا شماره…</source>
        <translation>Title or number…</translation>
    </message>
    <message>
        <source>دستورالعمل</source>
        <translation>directives</translation>
    </message>
    <message>
        <source>دستورالعمل تازه</source>
        <translation>New directive</translation>
    </message>
    <message>
        <source>هنوز دستورالعملی نیست</source>
        <translation>There are no directives yet</translation>
    </message>
    <message>
        <source>بخشنامه‌ها و سندهایی که کار دفتر بر پایهٔ آن‌هاست.</source>
        <translation>Circulars and documents on which the work of the office rests.</translation>
    </message>
    <message>
        <source>جلسه‌ای بر پایهٔ آن برگزار نشده است.</source>
        <translation>No meeting was held because of it.</translation>
    </message>
    <message>
        <source>عنوان برنامه…</source>
        <translation>Title of the programme…</translation>
    </message>
    <message>
        <source>برنامه</source>
        <translation>programmes</translation>
    </message>
    <message>
        <source>برنامهٔ تازه</source>
        <translation>New programme</translation>
    </message>
    <message>
        <source>هنوز برنامه‌ای نیست</source>
        <translation>There are no programmes yet</translation>
    </message>
    <message>
        <source>برنامهٔ فرادستی که دفتر زیر آن کار می‌کند، مانند «طرح نجات».</source>
        <translation>The programme above, under which the office works.</translation>
    </message>
    <message>
        <source>برنامهٔ بازدید</source>
        <translation>Planned visits</translation>
    </message>
    <message>
        <source>کارگاهی بر پایهٔ آن نیست.</source>
        <translation>No workshop rests on it.</translation>
    </message>
    <message>
        <source>رویدادی بر پایهٔ آن نیست.</source>
        <translation>No event rests on it.</translation>
    </message>
    <message>
        <source>دستورالعملی زیر این برنامه نیست.</source>
        <translation>No directive belongs to this programme.</translation>
    </message>
</context>
<context>
    <name>OwnPasswordPage</name>
    <message>
        <source>گذرواژهٔ تازه</source>
        <translation>New password</translation>
    </message>
    <message>
        <source>تکرار گذرواژهٔ تازه</source>
        <translation>Repeat the new password</translation>
    </message>
    <message>
        <source>ادامه</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>بازگشت</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>در حال نوشتن گذرواژه</source>
        <translation>Writing the password</translation>
    </message>
    <message>
        <source>دو گذرواژه یکسان نیستند.</source>
        <translation>The two passwords are not the same.</translation>
    </message>
    <message>
        <source>گذرواژهٔ خودتان را بگذارید</source>
        <translation>Set a password of your own</translation>
    </message>
    <message>
        <source>گذرواژه‌ای که با آن آمدید را مدیر دفتر گذاشته است. از این پس تنها خودتان گذرواژهٔ خود را بدانید.</source>
        <translation>The manager set the password you came with. From now on let nobody but you know yours.</translation>
    </message>
    <message>
        <source>گذرواژهٔ تازه (دست‌کم هشت نویسه)</source>
        <translation>New password (at least eight characters)</translation>
    </message>
</context>
<context>
    <name>PaperDialog</name>
    <message numerus="yes">
        <source>%Ln برگ</source>
        <translation>
            <numerusform>%Ln page</numerusform>
            <numerusform>%Ln pages</numerusform>
        </translation>
    </message>
    <message>
        <source>چاپ</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>ذخیره…</source>
        <translation>Save…</translation>
    </message>
    <message>
        <source>بستن</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>ذخیرهٔ برگه</source>
        <translation>Save the document</translation>
    </message>
    <message>
        <source>در حال ذخیره</source>
        <translation>Saving</translation>
    </message>
    <message>
        <source>در حال چاپ</source>
        <translation>Printing</translation>
    </message>
    <message>
        <source>نسخهٔ داخلی</source>
        <translation>Internal copy</translation>
    </message>
    <message>
        <source>نسخهٔ بیرونی</source>
        <translation>Copy to share</translation>
    </message>
    <message>
        <source>ذخیره و باز کردن…</source>
        <translation>Save and open…</translation>
    </message>
</context>
<context>
    <name>PaperReader</name>
    <message>
        <source>جست‌وجو در برگه</source>
        <translation>Search in the paper</translation>
    </message>
    <message>
        <source>چیزی یافت نشد</source>
        <translation>Nothing found</translation>
    </message>
    <message>
        <source>{place} از {many}</source>
        <translation>{place} of {many}</translation>
    </message>
    <message>
        <source>مورد پیش</source>
        <translation>Previous match</translation>
    </message>
    <message>
        <source>مورد بعد</source>
        <translation>Next match</translation>
    </message>
    <message>
        <source>بستن جست‌وجو</source>
        <translation>Close the search</translation>
    </message>
    <message>
        <source>برگ‌ها</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>برگ {page}</source>
        <translation>Page {page}</translation>
    </message>
</context>
<context>
    <name>PasswordLine</name>
    <message>
        <source>نمایش گذرواژه</source>
        <translation>Show the password</translation>
    </message>
    <message>
        <source>پنهان‌کردن گذرواژه</source>
        <translation>Hide the password</translation>
    </message>
</context>
<context>
    <name>PeopleTab</name>
    <message>
        <source>نام را بنویسید و Enter بزنید؛ نام‌های بعدی هم…</source>
        <translation>Type a name and press Enter; then the next names…</translation>
    </message>
    <message>
        <source>افزودن شرکت‌کننده</source>
        <translation>Add a participant</translation>
    </message>
    <message>
        <source>ثبت‌نام</source>
        <translation>Enrol</translation>
    </message>
    <message>
        <source>انصراف شرکت‌کننده</source>
        <translation>Withdraw the participant</translation>
    </message>
    <message>
        <source>شرکت‌کنندگان</source>
        <translation>Participants</translation>
    </message>
    <message>
        <source>هنوز کسی ثبت‌نام نشده است</source>
        <translation>Nobody is enrolled yet</translation>
    </message>
    <message>
        <source>در خانهٔ بالا نام شرکت‌کنندگان را بنویسید. پس از پر شدن ظرفیت، بقیه به ترتیب در نوبت می‌مانند.</source>
        <translation>Type the names of the participants in the field above. Once the capacity is reached, the rest wait in order.</translation>
    </message>
    <message>
        <source>{seated} از {capacity} نفر</source>
        <translation>{seated} of {capacity} participants</translation>
    </message>
    <message>
        <source>{many} نفر در نوبت</source>
        <translation>{many} waiting</translation>
    </message>
    <message>
        <source>نام و نام خانوادگی</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>حضور</source>
        <translation>Attendance</translation>
    </message>
    <message>
        <source>{came} از {held} جلسه</source>
        <translation>{came} of {held} sessions</translation>
    </message>
    <message>
        <source>{name} پیش‌تر در این کارگاه نوشته شده است.</source>
        <translation>{name} is already listed in this workshop.</translation>
    </message>
    <message>
        <source>برداشتن {name}</source>
        <translation>Remove {name}</translation>
    </message>
    <message>
        <source>برداشتن</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>ثبت‌نام {many} نفر</source>
        <translation>Enrol {many}</translation>
    </message>
    <message>
        <source>از فهرست ساکنان…</source>
        <translation>From the residents…</translation>
    </message>
    <message>
        <source>فهرست تماس</source>
        <translation>Call list</translation>
    </message>
    <message>
        <source>خبر دادم</source>
        <translation>I have told them</translation>
    </message>
    <message>
        <source>کارگاه لغو شده است؛ به ثبت‌نام‌شدگان خبر دهید.</source>
        <translation>The workshop is cancelled; tell everybody who is enrolled.</translation>
    </message>
    <message>
        <source>{names} از نوبت جا گرفته و هنوز خبر ندارد.</source>
        <translation>{names} got a place from the waiting list and has not been told.</translation>
    </message>
    <message>
        <source>نام را بنویسید…</source>
        <translation>Type a name…</translation>
    </message>
</context>
<context>
    <name>PhotoDialog</name>
    <message>
        <source>این عکس هنوز به این رایانه نرسیده است.</source>
        <translation>This photo has not come to this computer yet.</translation>
    </message>
    <message>
        <source>بستن</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>برگه در پنجرهٔ خودش باز می‌شود.</source>
        <translation>The paper opens in a window of its own.</translation>
    </message>
    <message>
        <source>در عکس: {names}</source>
        <translation>In the photo: {names}</translation>
    </message>
    <message>
        <source>دیدن برگه‌ها</source>
        <translation>See the pages</translation>
    </message>
    <message>
        <source>ویرایش</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>برداشتن</source>
        <translation>Remove</translation>
    </message>
</context>
<context>
    <name>PhotoStrip</name>
    <message>
        <source>عکس از مکان، بی‌نام و بی‌نشانی. چهرهٔ افراد تنها با رضایت خودشان.</source>
        <translation>Photos of places, without names or addresses. Faces only with people’s own consent.</translation>
    </message>
    <message>
        <source>عکس‌ها و برگه‌ها</source>
        <translation>Photos and papers</translation>
    </message>
    <message>
        <source>عکس یا برگهٔ تازه</source>
        <translation>New photo or paper</translation>
    </message>
</context>
<context>
    <name>Photos</name>
    <message>
        <source>عکس تازه</source>
        <translation>New photo</translation>
    </message>
    <message>
        <source>جای گرفتن عکس و هر نشانی دیگر از پرونده پاک می‌شود.</source>
        <translation>The place where it was taken and all else its file tells are removed.</translation>
    </message>
    <message>
        <source>عکس ثبت شد.</source>
        <translation>The photo was saved.</translation>
    </message>
    <message>
        <source>عکس برداشته شد.</source>
        <translation>The photo was removed.</translation>
    </message>
    <message>
        <source>برگزیدن عکس یا برگه</source>
        <translation>Choose a photo or paper</translation>
    </message>
    <message>
        <source>عکس و PDF</source>
        <translation>Photos and PDF</translation>
    </message>
    <message>
        <source>برگهٔ تازه</source>
        <translation>New paper</translation>
    </message>
    <message>
        <source>برگه ثبت شد.</source>
        <translation>The paper is saved.</translation>
    </message>
    <message>
        <source>تغییر ثبت شد.</source>
        <translation>The change is saved.</translation>
    </message>
    <message>
        <source>برگه برداشته شد.</source>
        <translation>The paper is removed.</translation>
    </message>
    <message>
        <source>ثبت</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>چه کسانی پیدا هستند</source>
        <translation>Who can be seen</translation>
    </message>
    <message>
        <source>تنها کسانی یافته می‌شوند که رضایت «عکس» داده‌اند؛ رضایت را در پروندهٔ خود فرد ثبت کنید.</source>
        <translation>Only those are found who gave the consent “Photo”; record it in the person’s own file.</translation>
    </message>
</context>
<context>
    <name>Picker</name>
    <message>
        <source>نمایش همه</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>چیزی پیدا نشد</source>
        <translation>Nothing found</translation>
    </message>
</context>
<context>
    <name>PileEntry</name>
    <message>
        <source>ثبت برگه‌ها</source>
        <translation>Save the forms</translation>
    </message>
    <message>
        <source>{n} برگه، میانگین {mean}</source>
        <translation>{n} forms, mean {mean}</translation>
    </message>
    <message>
        <source>هنوز برگه‌ای ثبت نشده است.</source>
        <translation>No form has been saved yet.</translation>
    </message>
    <message>
        <source>میانگین {n} برگه؛ تا {least} برگه در گزارش نمی‌آید.</source>
        <translation>The mean of {n} forms; up to {least} forms it is not in the report.</translation>
    </message>
    <message>
        <source>میانگین {n} برگهٔ بی‌نام</source>
        <translation>The mean of {n} anonymous forms</translation>
    </message>
</context>
<context>
    <name>PileLine</name>
    <message>
        <source>۵ ۴ ۳ ۵ …</source>
        <translation>5 4 3 5 …</translation>
    </message>
    <message>
        <source>امتیاز برگه‌ها، یکی پس از دیگری</source>
        <translation>Scores of the forms, one after the other</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>ظرفیت‌ها</source>
        <translation>Capacities</translation>
    </message>
    <message>
        <source>استانداردها</source>
        <translation>Standards</translation>
    </message>
    <message>
        <source>اولویت‌ها</source>
        <translation>Priorities</translation>
    </message>
    <message>
        <source>محله‌ها</source>
        <translation>Neighbourhoods</translation>
    </message>
    <message>
        <source>نام محله…</source>
        <translation>Name of the neighbourhood…</translation>
    </message>
    <message>
        <source>محله</source>
        <translation>neighbourhoods</translation>
    </message>
    <message>
        <source>محلهٔ تازه</source>
        <translation>New neighbourhood</translation>
    </message>
    <message>
        <source>هنوز محله‌ای ثبت نشده است</source>
        <translation>No neighbourhood is recorded yet</translation>
    </message>
    <message>
        <source>محله‌های زیر پوشش دفتر و پهنه‌های نامزد را با نام و محدوده بنویسید.</source>
        <translation>Write the neighbourhoods the office covers, and candidate areas, with name and boundaries.</translation>
    </message>
    <message>
        <source>جمعیتی نوشته نشده است.</source>
        <translation>No population is written.</translation>
    </message>
    <message>
        <source>جمعیت</source>
        <translation>Population</translation>
    </message>
    <message>
        <source>سرانه‌ای نوشته نشده است.</source>
        <translation>No level is written.</translation>
    </message>
    <message>
        <source>مکانی نوشته نشده است.</source>
        <translation>No place is written.</translation>
    </message>
    <message>
        <source>ظرفیتی شناسایی نشده است.</source>
        <translation>No capacity was identified.</translation>
    </message>
    <message>
        <source>پروژه‌ای در این محله نیست.</source>
        <translation>There is no project in this neighbourhood.</translation>
    </message>
    <message>
        <source>پوششی نوشته نشده است.</source>
        <translation>No coverage is written.</translation>
    </message>
    <message>
        <source>پوشش دفتر</source>
        <translation>Covered by the office</translation>
    </message>
    <message>
        <source>گروهی در این محله نیست.</source>
        <translation>There is no group in this neighbourhood.</translation>
    </message>
    <message>
        <source>نظرسنجی‌ای نوشته نشده است.</source>
        <translation>No survey is written.</translation>
    </message>
    <message>
        <source>مشاهده‌ای نوشته نشده است.</source>
        <translation>No observation is written.</translation>
    </message>
    <message>
        <source>نام مکان…</source>
        <translation>Name of the place…</translation>
    </message>
    <message>
        <source>مکان</source>
        <translation>places</translation>
    </message>
    <message>
        <source>مکان تازه</source>
        <translation>New place</translation>
    </message>
    <message>
        <source>هنوز مکانی ثبت نشده است</source>
        <translation>No place is recorded yet</translation>
    </message>
    <message>
        <source>مدرسه، پایگاه سلامت، کتابخانه و هر جایی که به اهالی خدمت می‌دهد.</source>
        <translation>Schools, health posts, libraries and whatever serves the residents.</translation>
    </message>
    <message>
        <source>همهٔ گونه‌ها</source>
        <translation>All kinds</translation>
    </message>
    <message>
        <source>عنوان یا کاربری…</source>
        <translation>Title or use…</translation>
    </message>
    <message>
        <source>ظرفیت</source>
        <translation>capacities</translation>
    </message>
    <message>
        <source>ظرفیت تازه</source>
        <translation>New capacity</translation>
    </message>
    <message>
        <source>هنوز ظرفیتی شناسایی نشده است</source>
        <translation>No capacity was identified yet</translation>
    </message>
    <message>
        <source>کاروانسرا، زمین خالی، مهارت یا آیینی را که می‌توان به کار گرفت بنویسید.</source>
        <translation>Write the caravanserai, empty plot, skill or custom that could be put to use.</translation>
    </message>
    <message>
        <source>خدمت یا محله…</source>
        <translation>Service or neighbourhood…</translation>
    </message>
    <message>
        <source>سرانه</source>
        <translation>levels</translation>
    </message>
    <message>
        <source>سرانهٔ تازه</source>
        <translation>New level</translation>
    </message>
    <message>
        <source>هنوز سرانه‌ای نوشته نشده است</source>
        <translation>No level is written yet</translation>
    </message>
    <message>
        <source>مقدار هر خدمت برای هر نفر را با سال و منبع بنویسید؛ کمبود از استاندارد شمرده می‌شود.</source>
        <translation>Write what there is of each service per head, with year and source; the gap is worked out from the standard.</translation>
    </message>
    <message>
        <source>همهٔ خدمت‌ها</source>
        <translation>All services</translation>
    </message>
    <message>
        <source>نقطه یا زمینه…</source>
        <translation>Spot or ground…</translation>
    </message>
    <message>
        <source>مشاهده</source>
        <translation>observations</translation>
    </message>
    <message>
        <source>مشاهدهٔ تازه</source>
        <translation>New observation</translation>
    </message>
    <message>
        <source>هنوز مشاهده‌ای نوشته نشده است</source>
        <translation>No observation is written yet</translation>
    </message>
    <message>
        <source>آنچه در یک نقطهٔ همگانی دیده شده است؛ هرگز دربارهٔ یک فرد یا خانه.</source>
        <translation>What was seen at a public spot; never about a person or a home.</translation>
    </message>
    <message>
        <source>خدمت…</source>
        <translation>Service…</translation>
    </message>
    <message>
        <source>استاندارد</source>
        <translation>standards</translation>
    </message>
    <message>
        <source>استاندارد تازه</source>
        <translation>New standard</translation>
    </message>
    <message>
        <source>هنوز استانداردی نهاده نشده است</source>
        <translation>No standard is set yet</translation>
    </message>
    <message>
        <source>استانداردهای سرانه را استان می‌نهد؛ مدیر دفتر می‌تواند آن‌ها را بنویسد.</source>
        <translation>The province sets the standards; the office manager may write them down.</translation>
    </message>
    <message>
        <source>نام آسیب…</source>
        <translation>Name of the harm…</translation>
    </message>
    <message>
        <source>آسیب</source>
        <translation>harms</translation>
    </message>
    <message>
        <source>اولویت تازه</source>
        <translation>New priority</translation>
    </message>
    <message>
        <source>هنوز اولویتی نهاده نشده است</source>
        <translation>No priority is set yet</translation>
    </message>
    <message>
        <source>آسیب‌های اولویت‌دار هر سال دیگر است؛ با تاریخ آغاز و پایان نوشته می‌شود.</source>
        <translation>Priorities change from year to year; they are written with their first and last day.</translation>
    </message>
    <message>
        <source>گونه</source>
        <translation>type</translation>
    </message>
    <message>
        <source>گونهٔ تازه</source>
        <translation>New type</translation>
    </message>
    <message>
        <source>گونه‌ای در فهرست نیست</source>
        <translation>No type is in the list</translation>
    </message>
    <message>
        <source>فهرست آسیب‌ها از استان است؛ آنچه دیگر در فهرست نیست با تاریخ پایان می‌ماند.</source>
        <translation>The list of harms is the province&apos;s; what is no longer in it stays, with the day it ended.</translation>
    </message>
    <message>
        <source>اولویت در سال‌ها</source>
        <translation>Priority over the years</translation>
    </message>
    <message>
        <source>این آسیب در هیچ بازه‌ای از اولویت‌ها نبوده است.</source>
        <translation>This harm has never been among the priorities.</translation>
    </message>
    <message>
        <source>نام شهر…</source>
        <translation>Name of the city…</translation>
    </message>
    <message>
        <source>سطر</source>
        <translation>line</translation>
    </message>
    <message>
        <source>جمعیت تازه</source>
        <translation>New population</translation>
    </message>
    <message>
        <source>جمعیت هیچ شهری نوشته نشده است</source>
        <translation>No population of a city has been entered</translation>
    </message>
    <message>
        <source>جمعیت شهر را با سال و منبع بنویسید تا سهم محله‌ها از شهر گفته شود. شهر همان شهرستان نیست.</source>
        <translation>Enter the city&apos;s population with year and source, so that the neighbourhoods&apos; share of the city can be told. A city is not a county.</translation>
    </message>
    <message>
        <source>عنوان یا کد دفتر…</source>
        <translation>Title or code of the office…</translation>
    </message>
    <message>
        <source>دفتر</source>
        <translation>office</translation>
    </message>
    <message>
        <source>دفتر تازه</source>
        <translation>New office</translation>
    </message>
    <message>
        <source>دفتری در فهرست نیست</source>
        <translation>No office is in the list</translation>
    </message>
    <message>
        <source>دفترهای پیشنهادی، مجوزگرفته و فعال استان را بنویسید.</source>
        <translation>Enter the province&apos;s proposed, licensed and active offices.</translation>
    </message>
    <message>
        <source>محله‌های زیر پوشش</source>
        <translation>Neighbourhoods covered</translation>
    </message>
    <message>
        <source>هنوز محله‌ای زیر پوشش این دفتر نیست.</source>
        <translation>This office does not cover any neighbourhood yet.</translation>
    </message>
    <message>
        <source>نام شهرستان…</source>
        <translation>Name of the county…</translation>
    </message>
    <message>
        <source>شهرستان</source>
        <translation>county</translation>
    </message>
    <message>
        <source>شهرستان تازه</source>
        <translation>New county</translation>
    </message>
    <message>
        <source>شهرستانی در فهرست نیست</source>
        <translation>No county is in the list</translation>
    </message>
    <message>
        <source>شهرستانی که جدا شده است با تاریخ آغاز نوشته می‌شود؛ دفترهای پیشین در شهرستان خود می‌مانند.</source>
        <translation>A county that was split off is entered with the day it began; earlier offices stay in their own county.</translation>
    </message>
    <message>
        <source>نام استان…</source>
        <translation>Name of the province…</translation>
    </message>
    <message>
        <source>استان</source>
        <translation>province</translation>
    </message>
    <message>
        <source>استان تازه</source>
        <translation>New province</translation>
    </message>
    <message>
        <source>استانی در فهرست نیست</source>
        <translation>No province is in the list</translation>
    </message>
    <message>
        <source>استان با کد مرکز آمار و پیش‌شمارهٔ تلفن نوشته می‌شود.</source>
        <translation>A province is entered with the code of the statistical centre and its phone prefix.</translation>
    </message>
    <message>
        <source>شهرستانی برای این استان نوشته نشده است.</source>
        <translation>No county of this province has been entered.</translation>
    </message>
    <message>
        <source>پوشش</source>
        <translation>Coverage</translation>
    </message>
</context>
<context>
    <name>PlanDialog</name>
    <message>
        <source>برنامهٔ جلسه‌ها</source>
        <translation>Plan of the sessions</translation>
    </message>
    <message>
        <source>ثبت جلسه‌ها</source>
        <translation>Save the sessions</translation>
    </message>
    <message>
        <source>پیش‌نمایش جلسه‌ها</source>
        <translation>Preview of the sessions</translation>
    </message>
    <message>
        <source>شمار جلسه را بیشتر کنید، یا تاریخ و روزهای هفته را بنویسید.</source>
        <translation>Ask for more sessions, or write the date and the days of the week.</translation>
    </message>
    <message>
        <source>جلسهٔ تازه‌ای نیست</source>
        <translation>No new session</translation>
    </message>
    <message>
        <source>تعطیلی‌های ردشده: {days}</source>
        <translation>Holidays left out: {days}</translation>
    </message>
    <message>
        <source>{many} جلسه</source>
        <translation>{many} sessions</translation>
    </message>
    <message>
        <source>جلسه</source>
        <translation>Session</translation>
    </message>
    <message>
        <source>تاریخ</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>ساعت</source>
        <translation>Hours</translation>
    </message>
    <message>
        <source>همزمان با</source>
        <translation>At the same time</translation>
    </message>
    <message>
        <source> تا </source>
        <translation> to </translation>
    </message>
    <message>
        <source>جلسه‌ها را پیش از ثبت ببینید: + و − یک روز جابه‌جا می‌کند و کلید حذف برمی‌دارد.</source>
        <translation>See the sessions before they are saved: + and − move one by a day, the delete key leaves it out.</translation>
    </message>
</context>
<context>
    <name>PlannedPage</name>
    <message>
        <source>بازدید تازه</source>
        <translation>New inspection</translation>
    </message>
    <message>
        <source>بازدیدهای برنامه‌ریزی‌شده</source>
        <translation>Planned inspections</translation>
    </message>
    <message>
        <source>بازدیدی برنامه‌ریزی نشده است</source>
        <translation>No inspection is planned</translation>
    </message>
    <message>
        <source>ماه، سند و مکان را بنویسید؛ روز آن هنگام بازدید.</source>
        <translation>Write month, document and place; the day comes with the visit.</translation>
    </message>
</context>
<context>
    <name>PreviewPanel</name>
    <message>
        <source>برگ‌های گزارش</source>
        <translation>Pages of the report</translation>
    </message>
    <message>
        <source>در حال چاپ</source>
        <translation>Printing</translation>
    </message>
    <message>
        <source>ذخیرهٔ گزارش</source>
        <translation>Save the report</translation>
    </message>
    <message>
        <source>در حال ذخیره</source>
        <translation>Saving</translation>
    </message>
    <message>
        <source>برگ پیش</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>برگ بعد</source>
        <translation>Next page</translation>
    </message>
    <message>
        <source>کوچک‌تر</source>
        <translation>Smaller</translation>
    </message>
    <message>
        <source>بزرگ‌تر</source>
        <translation>Larger</translation>
    </message>
    <message>
        <source>به پهنای صفحه</source>
        <translation>Fit to width</translation>
    </message>
    <message>
        <source>ذخیره و باز کردن…</source>
        <translation>Save and open…</translation>
    </message>
</context>
<context>
    <name>Privacy</name>
    <message>
        <source>محو داده‌های این فرد…</source>
        <translation>Erase this person&apos;s data…</translation>
    </message>
    <message>
        <source>فراموش‌شدن</source>
        <translation>Being forgotten</translation>
    </message>
    <message>
        <source>ثبت رضایت</source>
        <translation>Record a consent</translation>
    </message>
    <message>
        <source>چاپ برگهٔ رضایت</source>
        <translation>Print the consent sheet</translation>
    </message>
    <message>
        <source>رضایت‌ها</source>
        <translation>Consents</translation>
    </message>
    <message>
        <source>هنوز از این فرد رضایتی پرسیده نشده است؛ نبود آن مانع خدمت نیست.</source>
        <translation>This person has not been asked for any consent yet; its absence prevents no service.</translation>
    </message>
    <message>
        <source>تا {day}</source>
        <translation>until {day}</translation>
    </message>
    <message>
        <source>پس گرفته شد: {day}</source>
        <translation>Withdrawn: {day}</translation>
    </message>
    <message>
        <source>به پایان رسیده است</source>
        <translation>Expired</translation>
    </message>
    <message>
        <source>ولی: {name}</source>
        <translation>Guardian: {name}</translation>
    </message>
    <message>
        <source>پس‌گرفتن این رضایت</source>
        <translation>Withdraw this consent</translation>
    </message>
    <message>
        <source>افزودن مدرک هویتی</source>
        <translation>Add an identity document</translation>
    </message>
    <message>
        <source>نمایش شماره‌ها؛ نام شما در دفتر رویدادها نوشته می‌شود</source>
        <translation>Show the numbers; your name is written into the audit log</translation>
    </message>
    <message>
        <source>مدارک هویتی</source>
        <translation>Identity documents</translation>
    </message>
    <message>
        <source>ویرایش مدرک</source>
        <translation>Edit the document</translation>
    </message>
    <message>
        <source>مدرکی ثبت نشده است؛ هیچ مدرکی اجباری نیست.</source>
        <translation>No document is recorded; none is compulsory.</translation>
    </message>
    <message>
        <source>داده‌های حساس</source>
        <translation>Sensitive data</translation>
    </message>
    <message>
        <source>تنها مددکار همین پرونده و مدیر دفتر آن را می‌بینند.</source>
        <translation>Only the social worker of this file and the office manager see it.</translation>
    </message>
    <message>
        <source>نخست رضایت همان موضوع را ثبت کنید.</source>
        <translation>First record the consent for that subject.</translation>
    </message>
    <message>
        <source>دلیل دیدن یک بار در هر نشست پرسیده و هر دیدن با نام شما ثبت می‌شود.</source>
        <translation>The reason for looking is asked once in each sitting, and every look is recorded with your name.</translation>
    </message>
    <message>
        <source>نمایش</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>نوشتن «{field}»</source>
        <translation>Write “{field}”</translation>
    </message>
    <message>
        <source>چه کسی دیده است</source>
        <translation>Who has looked</translation>
    </message>
    <message>
        <source>این فرد رضایت نداده است، اما نام و داده‌هایش هنوز در پرونده است.</source>
        <translation>This person said no, but name and data are still in the file.</translation>
    </message>
    <message>
        <source>کاستن پرونده به شمارش…</source>
        <translation>Reduce the file to a count…</translation>
    </message>
    <message>
        <source>موضوعی حساس</source>
        <translation>A sensitive matter</translation>
    </message>
    <message>
        <source>همهٔ رخدادهای این پرونده</source>
        <translation>All entries about this file</translation>
    </message>
    <message>
        <source>چاپ «{paper}»</source>
        <translation>Printed “{paper}”</translation>
    </message>
</context>
<context>
    <name>PrivacyDeeds</name>
    <message>
        <source>داده‌های حساسی که تنها با این رضایت نگه داشته می‌شد همین دم و برای همیشه پاک می‌شود.</source>
        <translation>Sensitive data that was kept only under this consent is deleted now and for good.</translation>
    </message>
    <message>
        <source>همهٔ رضایت‌های دیگر این فرد نیز پایان می‌یابد و داده‌های حساس او پاک می‌شود.</source>
        <translation>All other consents of this person end as well, and their sensitive data is deleted.</translation>
    </message>
    <message>
        <source>«{scope}» پس گرفته شود؟</source>
        <translation>Withdraw “{scope}”?</translation>
    </message>
    <message>
        <source>پس‌گرفتن</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>رضایت پس گرفته شد.</source>
        <translation>The consent is withdrawn.</translation>
    </message>
    <message>
        <source>برگهٔ رضایت آگاهانه</source>
        <translation>Sheet of informed consent</translation>
    </message>
    <message>
        <source>چرا این داده را می‌بینید؟</source>
        <translation>Why do you look at this?</translation>
    </message>
    <message>
        <source>دلیل، یک بار در هر نشست پرسیده می‌شود و با نام شما، فرد و خانهٔ دیده‌شده ثبت می‌شود.</source>
        <translation>The reason is asked once in each sitting and is recorded with your name, the person and the field.</translation>
    </message>
    <message>
        <source>دلیل</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>پرونده به شمارش کاسته شود؟</source>
        <translation>Reduce the file to a count?</translation>
    </message>
    <message>
        <source>این فرد رضایت نداده است. نام، تماس، تاریخ تولد، مدارک و دیگر پاسخ‌های او برای همیشه پاک می‌شود؛ تنها نسبت، جنس، گروه سنی و شمارهٔ پرونده می‌ماند و با همین شماره خدمت می‌گیرد. این کار بازگشت ندارد.</source>
        <translation>This person said no. Name, contact, birth date, papers and all other answers are erased for good; only relation, sex, age band and the number of the file stay, and by this number the person is served. This cannot be taken back.</translation>
    </message>
    <message>
        <source>کاستن به شمارش</source>
        <translation>Reduce to a count</translation>
    </message>
    <message>
        <source>تنها شمارش این فرد ماند.</source>
        <translation>Only the count of this person is left.</translation>
    </message>
    <message>
        <source>در حال پاک کردن…</source>
        <translation>Erasing…</translation>
    </message>
    <message>
        <source>هیچ عکسی این فرد را نشان نمی‌دهد.</source>
        <translation>No photo shows this person.</translation>
    </message>
    <message>
        <source>{n} عکسی که این فرد در آن پیداست نیز همین دم و برای همیشه پاک می‌شود.</source>
        <translation>The {n} photos that show this person are erased too, at once and for good.</translation>
    </message>
    <message>
        <source>{n} عکسی که این فرد در آن پیداست نیز پاک می‌شود.</source>
        <translation>The {n} photos that show this person are erased too.</translation>
    </message>
</context>
<context>
    <name>Profile</name>
    <message>
        <source>جمعیت در سال‌ها</source>
        <translation>Population over the years</translation>
    </message>
    <message>
        <source>نفر</source>
        <translation>people</translation>
    </message>
    <message>
        <source>ساکنان ثبت‌شدهٔ فعال</source>
        <translation>Active registered residents</translation>
    </message>
    <message>
        <source>معتمدان محلی</source>
        <translation>Local trustees</translation>
    </message>
    <message>
        <source>برآورد</source>
        <translation>Estimate</translation>
    </message>
    <message>
        <source>{year}: {many} نفر</source>
        <translation>{year}: {many} people</translation>
    </message>
    <message>
        <source>سرانه‌ها در برابر استاندارد</source>
        <translation>Levels against the standard</translation>
    </message>
    <message>
        <source>نیازها به تفکیک حوزه</source>
        <translation>Needs by field</translation>
    </message>
    <message>
        <source>{open} باز، {met} برآورده در یک سال</source>
        <translation>{open} open, {met} met within a year</translation>
    </message>
    <message>
        <source>شمار مشاهده‌های یک سال در سطح محله؛ دربارهٔ هیچ فردی نیست.</source>
        <translation>Observations of one year, of the neighbourhood; about no person.</translation>
    </message>
    <message>
        <source>نیازی از این محله ثبت نشده است.</source>
        <translation>No need of this neighbourhood is recorded.</translation>
    </message>
    <message>
        <source>از {start} تاکنون</source>
        <translation>since {start}</translation>
    </message>
    <message>
        <source>از {start} تا {end}</source>
        <translation>from {start} to {end}</translation>
    </message>
    <message>
        <source>{many} خانوار</source>
        <translation>{many} households</translation>
    </message>
    <message>
        <source>میان {low} و {high}</source>
        <translation>between {low} and {high}</translation>
    </message>
    <message>
        <source>{value} از {standard}</source>
        <translation>{value} of {standard}</translation>
    </message>
    <message>
        <source>کمبود {gap}</source>
        <translation>lacking {gap}</translation>
    </message>
    <message>
        <source>به استاندارد رسیده</source>
        <translation>up to the standard</translation>
    </message>
    <message>
        <source>در {year}: {value}</source>
        <translation>in {year}: {value}</translation>
    </message>
    <message>
        <source>سهم از جمعیت شهر</source>
        <translation>Share of the city&apos;s people</translation>
    </message>
    <message>
        <source>{share} از {many} نفر، {year}</source>
        <translation>{share} of {many} people, {year}</translation>
    </message>
</context>
<context>
    <name>ProgramScreen</name>
    <message>
        <source>به‌روزرسانی از پرونده…</source>
        <translation>Update from a file…</translation>
    </message>
    <message>
        <source>بازگشت به نسخهٔ پیشین…</source>
        <translation>Go back to the version before…</translation>
    </message>
    <message>
        <source>تسهیلگر نسخهٔ {version}</source>
        <translation>Tashilgar, version {version}</translation>
    </message>
    <message>
        <source>برای این نسخه چیزی نوشته نشده است.</source>
        <translation>Nothing was written about this version.</translation>
    </message>
    <message>
        <source>در حال وارسی پرونده…</source>
        <translation>Checking the file…</translation>
    </message>
    <message>
        <source>منتشرشده در {day}</source>
        <translation>Released on {day}</translation>
    </message>
    <message>
        <source>با اجرای دوبارهٔ برنامه، نسخهٔ {version} باز می‌شود.</source>
        <translation>When the program is started again, version {version} opens.</translation>
    </message>
    <message>
        <source>راه بازگشت به نسخهٔ {version} باز است.</source>
        <translation>There is a way back to version {version}.</translation>
    </message>
    <message>
        <source>به‌روزرسانی برنامه با مدیر دفتر است.</source>
        <translation>Updating the program is up to the office&apos;s manager.</translation>
    </message>
    <message>
        <source>پروندهٔ به‌روزرسانی</source>
        <translation>Update file</translation>
    </message>
    <message>
        <source>به‌روزرسانی تسهیلگر</source>
        <translation>Tashilgar update</translation>
    </message>
    <message>
        <source>به‌روزرسانی برنامه</source>
        <translation>Update the program</translation>
    </message>
    <message>
        <source>نصب</source>
        <translation>Install</translation>
    </message>
    <message>
        <source>اکنون نه</source>
        <translation>Not now</translation>
    </message>
    <message>
        <source>در حال به‌روزرسانی…</source>
        <translation>Updating…</translation>
    </message>
    <message>
        <source>نسخهٔ {version} نصب شد و از وارسی خود گذشت. با اجرای دوبارهٔ برنامه باز می‌شود؛ تا آن هنگام با همین نسخه کار می‌کنید.</source>
        <translation>Version {version} was installed and passed its own check. It opens when the program is started again; until then you work with this version.</translation>
    </message>
    <message>
        <source>در حال نگاه به پشتیبان‌ها…</source>
        <translation>Looking at the backups…</translation>
    </message>
    <message>
        <source>بازگشت به نسخهٔ پیشین</source>
        <translation>Go back to the version before</translation>
    </message>
    <message>
        <source>بازگشت</source>
        <translation>Go back</translation>
    </message>
    <message>
        <source>در حال بازگشت…</source>
        <translation>Going back…</translation>
    </message>
    <message>
        <source>برنامه</source>
        <translation>Program</translation>
    </message>
    <message>
        <source>بازنشسته</source>
        <translation>Retired</translation>
    </message>
    <message>
        <source>پذیرفته</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>این برنامه هنوز کلید ناشری ندارد و به‌روزرسانی نمی‌پذیرد.</source>
        <translation>This program has no publisher&apos;s key yet and accepts no update.</translation>
    </message>
    <message>
        <source>تازه‌های این نسخه</source>
        <translation>What is new in this version</translation>
    </message>
    <message>
        <source>امضای چه کسانی پذیرفته است</source>
        <translation>Whose signature is accepted</translation>
    </message>
    <message>
        <source>نسخهٔ تازه تنها از پرونده‌ای نصب می‌شود که یکی از این‌ها امضا کرده باشد. آن را روی حافظه بیاورید؛ شبکه لازم نیست.</source>
        <translation>A newer version is installed only from a file that one of these has signed. Bring it on a stick; no network is needed.</translation>
    </message>
</context>
<context>
    <name>ProgressCard</name>
    <message>
        <source>اندکی شکیبا باشید…</source>
        <translation>Please wait a moment…</translation>
    </message>
    <message>
        <source>دست‌کشیدن</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>در حال ایستادن…</source>
        <translation>Stopping…</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>دانستم</source>
        <translation>Understood</translation>
    </message>
    <message>
        <source>ادامه</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>انصراف</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>تسهیلگر</source>
        <translation>Tashilgar</translation>
    </message>
    <message>
        <source>قفل</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>قفل‌کردن برنامه</source>
        <translation>Lock the program</translation>
    </message>
    <message>
        <source>پوستهٔ روشن</source>
        <translation>Light theme</translation>
    </message>
    <message>
        <source>پوستهٔ تیره</source>
        <translation>Dark theme</translation>
    </message>
</context>
<context>
    <name>RecordDeeds</name>
    <message>
        <source>«{title}» حذف شود؟</source>
        <translation>Delete “{title}”?</translation>
    </message>
    <message>
        <source>تا وقتی پرونده‌ای به آن نپیوسته باشد، می‌توانید آن را برگردانید.</source>
        <translation>As long as no record is tied to it you can take this back.</translation>
    </message>
    <message>
        <source>حذف</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>«{title}» حذف شد.</source>
        <translation>“{title}” was deleted.</translation>
    </message>
    <message>
        <source>ویرایش</source>
        <translation>Edit</translation>
    </message>
</context>
<context>
    <name>RecordEditor</name>
    <message>
        <source>ثبت</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>{label} ثبت شد.</source>
        <translation>{label} saved.</translation>
    </message>
    <message>
        <source>{label} تازه</source>
        <translation>New: {label}</translation>
    </message>
    <message>
        <source>ویرایش {label}</source>
        <translation>Edit: {label}</translation>
    </message>
</context>
<context>
    <name>RecordList</name>
    <message>
        <source>واژهٔ کوتاه‌تری بنویسید یا پالایه‌ها را بردارید.</source>
        <translation>Write a shorter word or take the filters away.</translation>
    </message>
    <message>
        <source>همه</source>
        <translation>All</translation>
    </message>
    <message>
        <source>وضعیت</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>چیزی پیدا نشد</source>
        <translation>Nothing found</translation>
    </message>
    <message>
        <source>برداشتن پالایه‌ها</source>
        <translation>Clear the filters</translation>
    </message>
    <message>
        <source>بیش از ۱۰۰۰ {unit}</source>
        <translation>More than 1000 {unit}</translation>
    </message>
</context>
<context>
    <name>RecordPane</name>
    <message>
        <source>چیزی برگزیده نیست</source>
        <translation>Nothing is chosen</translation>
    </message>
    <message>
        <source>یک ردیف فهرست را نشان کنید.</source>
        <translation>Mark a row of the list.</translation>
    </message>
    <message>
        <source>ویرایش</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>حذف</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>{label} تازه</source>
        <translation>New: {label}</translation>
    </message>
    <message>
        <source>رفتن به {title}</source>
        <translation>Go to {title}</translation>
    </message>
    <message>
        <source>کارهای {title}</source>
        <translation>What can be done with {title}</translation>
    </message>
    <message>
        <source>ثبت در {day}</source>
        <translation>Recorded on {day}</translation>
    </message>
    <message>
        <source>آخرین تغییر در {day}</source>
        <translation>last changed on {day}</translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>برگهٔ بازیابی</source>
        <translation>Recovery sheet</translation>
    </message>
    <message>
        <source>برگهٔ بازیابی آماده شد؛ آن را در جای امنی بگذارید.</source>
        <translation>The recovery sheet is ready; put it in a safe place.</translation>
    </message>
</context>
<context>
    <name>RecoveryPage</name>
    <message>
        <source>کد را نوشته یا چاپ کرده‌ام و در جای امنی نگه داشتم</source>
        <translation>I have written or printed the code and put it in a safe place</translation>
    </message>
    <message>
        <source>ادامه</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>چاپ برگهٔ بازیابی</source>
        <translation>Print the recovery sheet</translation>
    </message>
    <message>
        <source>کد بازیابی دفتر</source>
        <translation>Recovery code of the office</translation>
    </message>
    <message>
        <source>اگر همهٔ گذرواژه‌ها فراموش شود، تنها با این کد می‌توان دفتر را گشود. این کد دیگر نشان داده نمی‌شود؛ آن را چاپ کنید و در پاکت دربسته و جای قفل‌دار نگه دارید.</source>
        <translation>If every password is forgotten, only this code opens the office. It is not shown again; print it and keep it in a sealed envelope under lock.</translation>
    </message>
    <message>
        <source>هر کس این کد را داشته باشد، می‌تواند داده‌های ساکنان را ببیند.</source>
        <translation>Whoever has this code can see the residents&apos; data.</translation>
    </message>
</context>
<context>
    <name>RegistrationPage</name>
    <message>
        <source>افزودن عضو</source>
        <translation>Add a member</translation>
    </message>
    <message>
        <source>ثبت خانوار</source>
        <translation>Register a household</translation>
    </message>
    <message>
        <source>در حال ثبت…</source>
        <translation>Saving…</translation>
    </message>
    <message>
        <source>ثبت این خانوار رها شود؟</source>
        <translation>Abandon the registration of this household?</translation>
    </message>
    <message>
        <source>آنچه نوشته‌اید هنوز ثبت نشده است و دور ریخته می‌شود.</source>
        <translation>What you have written has not been saved yet and will be discarded.</translation>
    </message>
    <message>
        <source>دور ریختن</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>همان پروندهٔ {no} نگه داشته شد؛ پروندهٔ دومی ساخته نشد.</source>
        <translation>The existing file {no} was kept; no second file was made.</translation>
    </message>
    <message>
        <source>شمار اظهارشده {size} و اعضای نوشته‌شده {named} نفر است.</source>
        <translation>The number of members as told is {size}; the number entered is {named}.</translation>
    </message>
    <message>
        <source>رضایت پایهٔ {n} بزرگسال نوشته نشده است؛ نبود آن مانع ثبت و خدمت نیست.</source>
        <translation>Adults without a recorded basic consent: {n}. Its absence prevents neither registration nor service.</translation>
    </message>
    <message>
        <source>از {n} نفر که رضایت ندادند تنها نسبت، جنس و گروه سنی نوشته می‌شود.</source>
        <translation>People who did not consent: {n}. Only relation, sex and age group are written of them.</translation>
    </message>
    <message>
        <source>پاسخ سرپرست دربارهٔ رضایت برای {n} فرزند زیر ۱۸ سال نیز نوشته می‌شود.</source>
        <translation>Children under 18 for whom the head&apos;s answer about consent is written as well: {n}.</translation>
    </message>
    <message>
        <source>پیش‌نویس خودکار، رمزشده در همین رایانه</source>
        <translation>Automatic draft, encrypted on this computer</translation>
    </message>
    <message>
        <source>انصراف</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>RemindersDialog</name>
    <message>
        <source>یادآوری به دستگاه‌های بی‌پاسخ</source>
        <translation>Remind agencies that have not answered</translation>
    </message>
    <message>
        <source>نوشتن و چاپ</source>
        <translation>Write and print</translation>
    </message>
    <message>
        <source>انصراف</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>برای هر دستگاه یک نامه با همهٔ ارجاع‌های بی‌پاسخش نوشته می‌شود.</source>
        <translation>One letter is written to each agency, with all its unanswered referrals.</translation>
    </message>
    <message>
        <source>{n} ارجاع بی‌پاسخ</source>
        <translation>{n} unanswered referrals</translation>
    </message>
    <message>
        <source>{n} گذشته از مهلت</source>
        <translation>{n} past their day</translation>
    </message>
    <message>
        <source>کهنه‌ترین {n} روز</source>
        <translation>the oldest {n} days</translation>
    </message>
    <message>
        <source>{n} بار یادآوری‌شده</source>
        <translation>reminded {n} times</translation>
    </message>
</context>
<context>
    <name>ReportDeeds</name>
    <message>
        <source>نسخهٔ تازهٔ گزارش {month} آغاز شد.</source>
        <translation>A new version of the report of {month} was begun.</translation>
    </message>
    <message>
        <source>یادداشت برای «{figure}»</source>
        <translation>Note for “{figure}”</translation>
    </message>
    <message>
        <source>ثبت یادداشت</source>
        <translation>Save the note</translation>
    </message>
    <message>
        <source>یادداشت ثبت شد.</source>
        <translation>The note was saved.</translation>
    </message>
    <message>
        <source>گزارش {month} امضا شد.</source>
        <translation>The report of {month} was signed.</translation>
    </message>
    <message>
        <source>امضای گزارش</source>
        <translation>Signing the report</translation>
    </message>
    <message>
        <source>این گزارش همان است که امضا شد.</source>
        <translation>This report is what was signed.</translation>
    </message>
    <message>
        <source>این گزارش آن نیست که امضا شد</source>
        <translation>This report is not what was signed</translation>
    </message>
    <message>
        <source>رقم‌ها یا متن‌های نگه‌داشته با اثر امضا نمی‌خواند. پروندهٔ دفتر را از پشتیبان بررسی کنید.</source>
        <translation>The figures or texts that are kept do not agree with the hash of the signature. Compare the office&apos;s file with a backup.</translation>
    </message>
</context>
<context>
    <name>Reports</name>
    <message>
        <source>{n} روز</source>
        <translation>{n} days</translation>
    </message>
    <message>
        <source>ماه پیش: —</source>
        <translation>Previous month: —</translation>
    </message>
    <message>
        <source>ماه پیش: {value}</source>
        <translation>Previous month: {value}</translation>
    </message>
    <message>
        <source>بی‌تغییر</source>
        <translation>unchanged</translation>
    </message>
    <message>
        <source>{points} واحد</source>
        <translation>{points} points</translation>
    </message>
    <message>
        <source>{n} بیشتر</source>
        <translation>{n} more</translation>
    </message>
    <message>
        <source>{n} کمتر</source>
        <translation>{n} less</translation>
    </message>
    <message>
        <source>گردآوری داده‌های ماه</source>
        <translation>Collecting the data of the month</translation>
    </message>
    <message>
        <source>برگ {page} از {many}</source>
        <translation>Page {page} of {many}</translation>
    </message>
    <message>
        <source>برگه</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>گزارش ماهانه</source>
        <translation>Monthly report</translation>
    </message>
    <message>
        <source>دفتر نیازها، نسخهٔ داخلی</source>
        <translation>Register of needs, internal copy</translation>
    </message>
    <message>
        <source>دفتر نیازها، نسخهٔ بیرونی</source>
        <translation>Register of needs, shared copy</translation>
    </message>
    <message>
        <source>نیازها-{month}.pdf</source>
        <translation>needs-{month}.pdf</translation>
    </message>
    <message>
        <source>گزارش-{month}.pdf</source>
        <translation>report-{month}.pdf</translation>
    </message>
    <message>
        <source>صورت اعتبار و هزینه</source>
        <translation>Credits and expenses</translation>
    </message>
    <message>
        <source>اعتبارها-تا-{month}.pdf</source>
        <translation>credits-until-{month}.pdf</translation>
    </message>
    <message>
        <source>نسخهٔ {n}</source>
        <translation>Version {n}</translation>
    </message>
    <message>
        <source>{n} چیز جلوی امضا را گرفته است؛ رقم‌ها با هر ثبت عوض می‌شوند.</source>
        <translation>{n} things stand in the way of the signature; figures change with every entry.</translation>
    </message>
    <message>
        <source>آمادهٔ امضا؛ تا امضا نشود رقم‌ها با هر ثبت عوض می‌شوند.</source>
        <translation>Ready to be signed; until then figures change with every entry.</translation>
    </message>
    <message>
        <source>نسخهٔ {n}، امضای {name} در {at}</source>
        <translation>Version {n}, signed by {name}, {at}</translation>
    </message>
    <message>
        <source>فرستاده در {at}</source>
        <translation>Sent {at}</translation>
    </message>
    <message>
        <source>پذیرفته در {at}</source>
        <translation>Accepted {at}</translation>
    </message>
    <message>
        <source>برگشت: {reason}</source>
        <translation>Returned: {reason}</translation>
    </message>
    <message>
        <source>مقایسهٔ دو ماه، نسخهٔ داخلی</source>
        <translation>Comparison of two months, internal copy</translation>
    </message>
    <message>
        <source>مقایسهٔ دو ماه، نسخهٔ بیرونی</source>
        <translation>Comparison of two months, shared copy</translation>
    </message>
    <message>
        <source>روند سال، نسخهٔ داخلی</source>
        <translation>Trend of the year, internal copy</translation>
    </message>
    <message>
        <source>روند سال، نسخهٔ بیرونی</source>
        <translation>Trend of the year, shared copy</translation>
    </message>
    <message>
        <source>روند دوازده ماه گذشته، نسخهٔ داخلی</source>
        <translation>Trend of the last twelve months, internal copy</translation>
    </message>
    <message>
        <source>روند دوازده ماه گذشته، نسخهٔ بیرونی</source>
        <translation>Trend of the last twelve months, shared copy</translation>
    </message>
    <message>
        <source>مقایسه-{month}.pdf</source>
        <translation>comparison-{month}.pdf</translation>
    </message>
    <message>
        <source>روند-{year}.pdf</source>
        <translation>trend-{year}.pdf</translation>
    </message>
    <message>
        <source>روند-دوازده-ماه.pdf</source>
        <translation>trend-twelve-months.pdf</translation>
    </message>
    <message>
        <source>پوشش محله‌ها</source>
        <translation>Coverage of neighbourhoods</translation>
    </message>
    <message>
        <source>مراجعه‌ها و بازدیدها</source>
        <translation>Visits</translation>
    </message>
    <message>
        <source>موجودی نیازها</source>
        <translation>Stock of needs</translation>
    </message>
    <message>
        <source>پاسخ دستگاه‌ها</source>
        <translation>Answers of agencies</translation>
    </message>
    <message>
        <source>کارگاه‌ها</source>
        <translation>Workshops</translation>
    </message>
    <message>
        <source>رویدادها</source>
        <translation>Events</translation>
    </message>
    <message>
        <source>جمع</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>خانوار تازه</source>
        <translation>New households</translation>
    </message>
    <message>
        <source>خانوار (کل)</source>
        <translation>Households (all)</translation>
    </message>
    <message>
        <source>نفر تازه</source>
        <translation>New persons</translation>
    </message>
    <message>
        <source>نفر (کل)</source>
        <translation>Persons (all)</translation>
    </message>
    <message>
        <source>باز در آغاز ماه</source>
        <translation>Open at the start of the month</translation>
    </message>
    <message>
        <source>تازه</source>
        <translation>New</translation>
    </message>
    <message>
        <source>بازگشایی</source>
        <translation>Reopened</translation>
    </message>
    <message>
        <source>برآورده</source>
        <translation>Met</translation>
    </message>
    <message>
        <source>ردشده</source>
        <translation>Rejected</translation>
    </message>
    <message>
        <source>بسته</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>باز در پایان ماه</source>
        <translation>Open at the end of the month</translation>
    </message>
    <message>
        <source>ارجاع تازه</source>
        <translation>New referrals</translation>
    </message>
    <message>
        <source>در انتظار</source>
        <translation>Outstanding</translation>
    </message>
    <message>
        <source>پاسخ‌گرفته</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>بی‌پاسخ</source>
        <translation>Unanswered</translation>
    </message>
    <message>
        <source>شرکت‌کننده</source>
        <translation>Participants</translation>
    </message>
    <message>
        <source>زن سرپرست</source>
        <translation>Women heads</translation>
    </message>
    <message>
        <source>حاضران</source>
        <translation>Attendance</translation>
    </message>
    <message>
        <source>همیار</source>
        <translation>Volunteers</translation>
    </message>
    <message>
        <source>غرفه</source>
        <translation>Stalls</translation>
    </message>
</context>
<context>
    <name>ReportsScreen</name>
    <message>
        <source>هیچ ساکنی در این برگه نام برده نمی‌شود.</source>
        <translation>No resident is named in this paper.</translation>
    </message>
    <message>
        <source>چاپ گزارش</source>
        <translation>Print the report</translation>
    </message>
    <message>
        <source>ذخیره…</source>
        <translation>Save…</translation>
    </message>
    <message>
        <source>در {month} چیزی ثبت نشده است</source>
        <translation>Nothing was recorded in {month}</translation>
    </message>
    <message>
        <source>نه خانواری، نه نیازی و نه جلسه‌ای. ماه دیگری برگزینید، یا گزارش خالی را ببینید.</source>
        <translation>No household, no need and no session. Choose another month, or view the empty report.</translation>
    </message>
    <message>
        <source>دیدن گزارش خالی</source>
        <translation>View the empty report</translation>
    </message>
    <message>
        <source>ساختن گزارش {month}</source>
        <translation>Making the report of {month}</translation>
    </message>
    <message>
        <source>گزارش ماهانه</source>
        <translation>Monthly report</translation>
    </message>
</context>
<context>
    <name>ResidentPane</name>
    <message>
        <source>کسی برگزیده نیست</source>
        <translation>Nobody is selected</translation>
    </message>
    <message>
        <source>نامی را در فهرست نشان کنید.</source>
        <translation>Select a name in the list.</translation>
    </message>
    <message>
        <source>پرونده</source>
        <translation>File</translation>
    </message>
    <message>
        <source>سرگذشت</source>
        <translation>History</translation>
    </message>
    <message>
        <source>حریم</source>
        <translation>Privacy</translation>
    </message>
    <message>
        <source>بخش‌های پرونده</source>
        <translation>Parts of the file</translation>
    </message>
    <message>
        <source>پروندهٔ {no}</source>
        <translation>File {no}</translation>
    </message>
    <message>
        <source>ویرایش پرونده</source>
        <translation>Edit the file</translation>
    </message>
    <message>
        <source>ثبت نیاز</source>
        <translation>Record a need</translation>
    </message>
    <message>
        <source>افزودن مدرک هویتی</source>
        <translation>Add an identity document</translation>
    </message>
    <message>
        <source>رفتن به خانوار</source>
        <translation>Go to the household</translation>
    </message>
    <message>
        <source>چاپ کارت خانوار</source>
        <translation>Print the household card</translation>
    </message>
    <message>
        <source>کارهای دیگر: جابه‌جایی، فوت، جدا کردن…</source>
        <translation>More: move, death, split…</translation>
    </message>
    <message>
        <source>نمایش شماره‌ها؛ نام شما در دفتر رویدادها نوشته می‌شود</source>
        <translation>Show the numbers; your name is written in the event log</translation>
    </message>
    <message>
        <source>{n} سال</source>
        <translation>{n} years</translation>
    </message>
    <message>
        <source>همراه</source>
        <translation>Mobile</translation>
    </message>
    <message>
        <source>محله</source>
        <translation>Neighbourhood</translation>
    </message>
    <message>
        <source>تولد</source>
        <translation>Birth</translation>
    </message>
    <message>
        <source>سن</source>
        <translation>Age</translation>
    </message>
    <message>
        <source>نام پدر</source>
        <translation>Father&apos;s name</translation>
    </message>
    <message>
        <source>خانوار</source>
        <translation>Household</translation>
    </message>
    <message>
        <source>نسبت</source>
        <translation>Relation</translation>
    </message>
    <message>
        <source>زن سرپرست خانوار</source>
        <translation>Woman heading a household</translation>
    </message>
    <message>
        <source>بیمه</source>
        <translation>Insurance</translation>
    </message>
    <message>
        <source>فعالیت</source>
        <translation>Activity</translation>
    </message>
    <message>
        <source>بله</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>بله، اصلاح دستی</source>
        <translation>Yes, set by hand</translation>
    </message>
    <message>
        <source>خیر، اصلاح دستی</source>
        <translation>No, set by hand</translation>
    </message>
    <message>
        <source>برای ثبت رضایت پایه بزنید</source>
        <translation>Press to record the basic consent</translation>
    </message>
    <message>
        <source>اعضای خانوار</source>
        <translation>Members of the household</translation>
    </message>
    <message>
        <source>کارگاه‌ها</source>
        <translation>Workshops</translation>
    </message>
    <message>
        <source>{came} حضور از {planned} جلسه</source>
        <translation>Attended {came} of {planned} sessions</translation>
    </message>
    <message>
        <source>در کارگاهی ثبت‌نام نکرده است.</source>
        <translation>Is not enrolled in any workshop.</translation>
    </message>
    <message>
        <source>نیازها</source>
        <translation>Needs</translation>
    </message>
    <message>
        <source>نیازی ثبت نشده است.</source>
        <translation>No need is recorded.</translation>
    </message>
    <message>
        <source>بی‌تاریخ</source>
        <translation>No date</translation>
    </message>
</context>
<context>
    <name>Residents</name>
    <message>
        <source>نام و نام خانوادگی</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>شمارهٔ پرونده</source>
        <translation>File number</translation>
    </message>
    <message>
        <source>کد ملی</source>
        <translation>National ID</translation>
    </message>
    <message>
        <source>محله</source>
        <translation>Neighbourhood</translation>
    </message>
    <message>
        <source>همراه</source>
        <translation>Mobile</translation>
    </message>
    <message>
        <source>تاریخ تولد</source>
        <translation>Date of birth</translation>
    </message>
    <message>
        <source>وضعیت</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>حدود {age} سال</source>
        <translation>About age {age}</translation>
    </message>
</context>
<context>
    <name>ResidentsScreen</name>
    <message>
        <source>هنوز کسی ثبت نشده است</source>
        <translation>Nobody is registered yet</translation>
    </message>
    <message>
        <source>با ثبت نخستین خانوار، اعضای آن در اینجا دیده می‌شوند.</source>
        <translation>Once the first household is registered, its members appear here.</translation>
    </message>
    <message>
        <source>ثبت خانوار</source>
        <translation>Register a household</translation>
    </message>
    <message>
        <source>نام، کد ملی، شمارهٔ پرونده یا همراه…</source>
        <translation>Name, national ID, file number or mobile…</translation>
    </message>
    <message>
        <source>پرونده</source>
        <translation>files</translation>
    </message>
    <message>
        <source>جایگاه در خانوار</source>
        <translation>Place in the household</translation>
    </message>
    <message>
        <source>هویت</source>
        <translation>Identity</translation>
    </message>
    <message>
        <source>خانواده، تحصیل و کار</source>
        <translation>Family, education and work</translation>
    </message>
    <message>
        <source>بیمه و تماس</source>
        <translation>Insurance and contact</translation>
    </message>
    <message>
        <source>همکاری با دفتر</source>
        <translation>Cooperation with the office</translation>
    </message>
    <message>
        <source>کارت خانوار</source>
        <translation>Household card</translation>
    </message>
    <message>
        <source>مراجع تنها</source>
        <translation>Single visitor</translation>
    </message>
    <message>
        <source>ثبت خانوار تازه</source>
        <translation>Register a new household</translation>
    </message>
    <message>
        <source>ورود و خروج</source>
        <translation>Import and export</translation>
    </message>
    <message>
        <source>موارد مشابه</source>
        <translation>Likely doubles</translation>
    </message>
</context>
<context>
    <name>RestorePage</name>
    <message>
        <source>پشتیبان</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>پروندهٔ دیگر…</source>
        <translation>Another file…</translation>
    </message>
    <message>
        <source>نام کاربری</source>
        <translation>User name</translation>
    </message>
    <message>
        <source>کد بازیابی</source>
        <translation>Recovery code</translation>
    </message>
    <message>
        <source>کد بازیابی آن زمان</source>
        <translation>Recovery code of that time</translation>
    </message>
    <message>
        <source>گذرواژه</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>گذرواژهٔ آن زمان را نمی‌دانم؛ کد بازیابی دارم</source>
        <translation>I do not know the password of that time; I have the recovery code</translation>
    </message>
    <message>
        <source>بازگرداندن</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>بازگشت</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>بازگرداندن از پشتیبان</source>
        <translation>Restore from a backup</translation>
    </message>
    <message>
        <source>نخست پشتیبانی برگزینید.</source>
        <translation>Choose a backup first.</translation>
    </message>
    <message>
        <source>گذرواژه را بنویسید.</source>
        <translation>Write the password.</translation>
    </message>
    <message>
        <source>در حال بازگرداندن…</source>
        <translation>Restoring…</translation>
    </message>
    <message>
        <source>پروندهٔ پشتیبان</source>
        <translation>Backup file</translation>
    </message>
    <message>
        <source>پشتیبان دفتر</source>
        <translation>Backup of the office</translation>
    </message>
    <message>
        <source>پشتیبانی در این رایانه نیست؛ آن را از حافظه یا پوشه‌ای دیگر برگزینید.</source>
        <translation>There is no backup on this computer; choose one from a stick or another folder.</translation>
    </message>
    <message>
        <source>دفتر امروز نخست در میان پشتیبان‌ها نگه داشته می‌شود.</source>
        <translation>Today&apos;s office is first kept among the backups.</translation>
    </message>
    <message>
        <source>گذرواژهٔ تازه</source>
        <translation>New password</translation>
    </message>
    <message>
        <source>گذرواژهٔ تازه (دست‌کم هشت نویسه)</source>
        <translation>New password (at least eight characters)</translation>
    </message>
    <message>
        <source>گذرواژهٔ آن زمان</source>
        <translation>Password of that time</translation>
    </message>
    <message>
        <source>گذرواژهٔ آن زمان را می‌دانم</source>
        <translation>I know the password of that time</translation>
    </message>
    <message>
        <source>دفتر همان می‌شود که در پشتیبان است؛ آنچه دیگران دارند با هم‌رسانی بازمی‌گردد.</source>
        <translation>The office becomes what the backup holds; what others have comes back by sync.</translation>
    </message>
</context>
<context>
    <name>Results</name>
    <message>
        <source>صفحه</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>یافته‌ها</source>
        <translation>Results</translation>
    </message>
    <message>
        <source>چیزی پیدا نشد. بخشی از نام، کد ملی، شمارهٔ پرونده یا همراه را بنویسید.</source>
        <translation>Nothing found. Write a part of the name, national ID, file number or mobile.</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>ردیف</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>خانه‌های آن</source>
        <translation>Its cells</translation>
    </message>
    <message>
        <source>دلیل</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>ردیف‌هایی که ثبت نمی‌شوند</source>
        <translation>Rows that are not saved</translation>
    </message>
    <message>
        <source>همهٔ ردیف‌ها درست‌اند</source>
        <translation>All rows are right</translation>
    </message>
    <message>
        <source>ثبت در دفتر</source>
        <translation>Save in the office</translation>
    </message>
    <message>
        <source>بازگشت به ستون‌ها</source>
        <translation>Back to the columns</translation>
    </message>
    <message>
        <source>پروندهٔ ردیف‌های ردشده</source>
        <translation>File of the refused rows</translation>
    </message>
    <message>
        <source>پروندهٔ دیگر</source>
        <translation>Another file</translation>
    </message>
    <message>
        <source>هنوز چیزی ثبت نشده است</source>
        <translation>Nothing is saved yet</translation>
    </message>
    <message>
        <source>ثبت شد</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>خانوارها از روی شمارهٔ خانوار جدا شدند.</source>
        <translation>Households were told apart by their number.</translation>
    </message>
    <message>
        <source>هر سرپرست و ردیف‌های پس از او یک خانوارند.</source>
        <translation>Every head and the rows after it are one household.</translation>
    </message>
    <message>
        <source>هر کس خانواری یک‌نفره است.</source>
        <translation>Everybody is a household of one.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln خانوار تازه.</source>
        <translation>
            <numerusform>%Ln new household.</numerusform>
            <numerusform>%Ln new households.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>صفر آغازین %Ln کد ملی که اکسل انداخته بود بازگردانده شد.</source>
        <translation>
            <numerusform>The leading zero of %Ln national ID that Excel had dropped was put back.</numerusform>
            <numerusform>The leading zeros of %Ln national IDs that Excel had dropped were put back.</numerusform>
        </translation>
    </message>
    <message>
        <source>ستون‌های نادیده: {columns}</source>
        <translation>Ignored columns: {columns}</translation>
    </message>
    <message>
        <source>تکراری: {whom}</source>
        <translation>Duplicate: {whom}</translation>
    </message>
    <message>
        <source>تازه</source>
        <translation>New</translation>
    </message>
    <message>
        <source>تغییریافته</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>تکراری</source>
        <translation>Duplicates</translation>
    </message>
    <message>
        <source>ردشده</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>برگه‌های دیگری که مانند این‌اند خوانده نشدند: {sheets}. هر یک را جداگانه وارد کنید.</source>
        <translation>Other sheets like this one were not read: {sheets}. Import each of them by itself.</translation>
    </message>
</context>
<context>
    <name>RowsDialog</name>
    <message>
        <source>جست‌وجو در این ردیف‌ها</source>
        <translation>Search these rows</translation>
    </message>
    <message>
        <source>باز کردن پرونده</source>
        <translation>Open the record</translation>
    </message>
    <message>
        <source>بستن</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>{n} ردیف دیگر هم هست که با نقش شما دیده نمی‌شود.</source>
        <translation>There are {n} more rows that your role does not see.</translation>
    </message>
    <message>
        <source>ردیفی پشت این رقم نیست</source>
        <translation>No row stands behind this figure</translation>
    </message>
    <message>
        <source>در این ماه چیزی از این دست ثبت نشده است.</source>
        <translation>Nothing of this kind was entered in this month.</translation>
    </message>
    <message>
        <source>{n} ردیف</source>
        <translation>{n} rows</translation>
    </message>
    <message>
        <source>{n} ردیف؛ نخستین‌ها دیده می‌شوند</source>
        <translation>{n} rows; the first are shown</translation>
    </message>
</context>
<context>
    <name>RowsField</name>
    <message>
        <source>ردیف {n}</source>
        <translation>Row {n}</translation>
    </message>
    <message>
        <source>برداشتن {row}</source>
        <translation>Remove {row}</translation>
    </message>
</context>
<context>
    <name>SatisfactionTab</name>
    <message>
        <source>امتیاز {score}</source>
        <translation>Score {score}</translation>
    </message>
    <message>
        <source>ارزیابی تازه</source>
        <translation>New evaluation</translation>
    </message>
    <message>
        <source>معیارها با وزن آماده‌اند؛ امتیاز ۰ تا ۵ بدهید. گزارش کارگاه ارزیابی می‌خواهد.</source>
        <translation>The criteria and their weights are there; give 0 to 5. The report of a workshop needs an evaluation.</translation>
    </message>
    <message>
        <source>هنوز ارزیابی نشده است</source>
        <translation>Not evaluated yet</translation>
    </message>
    <message>
        <source>{total} از {best}</source>
        <translation>{total} of {best}</translation>
    </message>
    <message>
        <source>{n} معیار</source>
        <translation>{n} criteria</translation>
    </message>
    <message>
        <source>برگه‌های رضایت‌سنجی (بی‌نام)</source>
        <translation>Satisfaction forms (anonymous)</translation>
    </message>
    <message>
        <source>امتیاز هر برگه را پشت سر هم بنویسید و Enter بزنید.</source>
        <translation>Type the score of each form, one after the other, and press Enter.</translation>
    </message>
    <message>
        <source>ارزیابی</source>
        <translation>Evaluation</translation>
    </message>
</context>
<context>
    <name>SavedPage</name>
    <message>
        <source>خانوار {no} ثبت شد</source>
        <translation>Household {no} was registered</translation>
    </message>
    <message>
        <source>شماره‌های پرونده را می‌توانید روی کارت خانوار بنویسید یا چاپ کنید.</source>
        <translation>You can write the file numbers on the household card or print them.</translation>
    </message>
    <message>
        <source>پیشنهاد</source>
        <translation>Suggestion</translation>
    </message>
    <message>
        <source>{name} از تحصیل بازمانده است</source>
        <translation>{name} is out of school</translation>
    </message>
    <message>
        <source>ثبت نیاز آموزشی: بازگشت به تحصیل</source>
        <translation>Record an educational need: return to school</translation>
    </message>
    <message>
        <source>{name} شناسنامه ندارد</source>
        <translation>{name} has no birth certificate</translation>
    </message>
    <message>
        <source>ثبت نیاز هویت و مدارک: دریافت شناسنامه</source>
        <translation>Record a need of identity and documents: getting a birth certificate</translation>
    </message>
    <message>
        <source>ثبت نیاز</source>
        <translation>Record a need</translation>
    </message>
    <message>
        <source>ثبت خانوار دیگر</source>
        <translation>Register another household</translation>
    </message>
    <message>
        <source>چاپ کارت خانوار</source>
        <translation>Print the household card</translation>
    </message>
    <message>
        <source>بازگشت به فهرست</source>
        <translation>Back to the list</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>واگرد شد.</source>
        <translation>Undone.</translation>
    </message>
</context>
<context>
    <name>Screens</name>
    <message>
        <source>مردم</source>
        <translation>People</translation>
    </message>
    <message>
        <source>کار روز</source>
        <translation>Daily work</translation>
    </message>
    <message>
        <source>برنامه‌ها</source>
        <translation>Programmes</translation>
    </message>
    <message>
        <source>محله و شریکان</source>
        <translation>Place and partners</translation>
    </message>
    <message>
        <source>پول و پایش</source>
        <translation>Money and oversight</translation>
    </message>
    <message>
        <source>گزارش و داده</source>
        <translation>Reports and data</translation>
    </message>
    <message>
        <source>پیشخوان</source>
        <translation>Dashboard</translation>
    </message>
    <message>
        <source>ساکنان</source>
        <translation>Residents</translation>
    </message>
    <message>
        <source>خانوارها</source>
        <translation>Households</translation>
    </message>
    <message>
        <source>رویدادها</source>
        <translation>Events</translation>
    </message>
    <message>
        <source>کارگاه‌ها</source>
        <translation>Workshops</translation>
    </message>
    <message>
        <source>نیازها</source>
        <translation>Needs</translation>
    </message>
    <message>
        <source>نامه‌ها</source>
        <translation>Letters</translation>
    </message>
    <message>
        <source>مراجعه‌ها</source>
        <translation>Visits</translation>
    </message>
    <message>
        <source>معتمدان و گروه‌ها</source>
        <translation>Trustees, groups</translation>
    </message>
    <message>
        <source>دستگاه‌ها</source>
        <translation>Agencies</translation>
    </message>
    <message>
        <source>گزارش‌ها</source>
        <translation>Reports</translation>
    </message>
    <message>
        <source>ورود و خروج</source>
        <translation>Import and export</translation>
    </message>
    <message>
        <source>برنامه</source>
        <translation>Program</translation>
    </message>
    <message>
        <source>تقویم</source>
        <translation>Calendar</translation>
    </message>
    <message>
        <source>محله‌ها</source>
        <translation>Neighbourhoods</translation>
    </message>
    <message>
        <source>سمن‌ها</source>
        <translation>NGOs</translation>
    </message>
    <message>
        <source>اعتبار و هزینه</source>
        <translation>Credits, expenses</translation>
    </message>
    <message>
        <source>کمک‌های مردمی</source>
        <translation>Donations</translation>
    </message>
    <message>
        <source>پایش</source>
        <translation>Oversight</translation>
    </message>
    <message>
        <source>جلسه و تفاهم‌نامه</source>
        <translation>Meetings, MOUs</translation>
    </message>
    <message>
        <source>تعارض‌ها</source>
        <translation>Conflicts</translation>
    </message>
    <message>
        <source>همگام‌سازی</source>
        <translation>Sync</translation>
    </message>
    <message>
        <source>پشتیبان‌ها</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>کاربران</source>
        <translation>Users</translation>
    </message>
    <message>
        <source>دفتر رخدادها</source>
        <translation>Audit log</translation>
    </message>
</context>
<context>
    <name>SecondManager</name>
    <message>
        <source>مدیر دوم</source>
        <translation>Second manager</translation>
    </message>
    <message>
        <source>گذرواژهٔ مدیر دوم</source>
        <translation>Password of the second manager</translation>
    </message>
</context>
<context>
    <name>SecretDialog</name>
    <message>
        <source>دو گذرواژه یکسان نیستند.</source>
        <translation>The two passwords are not the same.</translation>
    </message>
</context>
<context>
    <name>SectionText</name>
    <message>
        <source>در حال ذخیره…</source>
        <translation>Saving…</translation>
    </message>
    <message>
        <source>ذخیره شد.</source>
        <translation>Saved.</translation>
    </message>
    <message>
        <source>هنوز ذخیره نشده است.</source>
        <translation>Not saved yet.</translation>
    </message>
</context>
<context>
    <name>SessionsTab</name>
    <message>
        <source>برنامه‌ریزی جلسه‌ها</source>
        <translation>Plan the sessions</translation>
    </message>
    <message>
        <source>جلسهٔ تازه</source>
        <translation>New session</translation>
    </message>
    <message>
        <source>ویرایش</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>برگزار نشد</source>
        <translation>Not held</translation>
    </message>
    <message>
        <source>حضور و غیاب</source>
        <translation>Attendance</translation>
    </message>
    <message>
        <source>چاپ برگه</source>
        <translation>Print sheet</translation>
    </message>
    <message>
        <source>هنوز جلسه‌ای نیست</source>
        <translation>There are no sessions yet</translation>
    </message>
    <message>
        <source>{held} از {many} جلسه برگزار شده است</source>
        <translation>{held} of {many} sessions have been held</translation>
    </message>
    <message>
        <source>جلسه</source>
        <translation>Session</translation>
    </message>
    <message>
        <source>ساعت</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>حاضران</source>
        <translation>Present</translation>
    </message>
    <message>
        <source>وضعیت</source>
        <translation>Status</translation>
    </message>
    <message>
        <source> تا </source>
        <translation> to </translation>
    </message>
    <message>
        <source>{many} نفر</source>
        <translation>{many} present</translation>
    </message>
    <message>
        <source>در برنامه</source>
        <translation>Planned</translation>
    </message>
    <message>
        <source>برگزار شد</source>
        <translation>Held</translation>
    </message>
    <message>
        <source>قاعده روزها و ساعت را می‌گوید و تعطیلی‌ها را رد می‌کند؛ جلسه‌ها را پیش از ثبت می‌بینید.</source>
        <translation>The rule tells days and hours and leaves holidays out; you see the sessions before they are saved.</translation>
    </message>
</context>
<context>
    <name>SheetModel</name>
    <message>
        <source>بی‌نشان</source>
        <translation>Unmarked</translation>
    </message>
    <message>
        <source>ردیف</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>نام و نام خانوادگی</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>نام پدر</source>
        <translation>Father&apos;s name</translation>
    </message>
</context>
<context>
    <name>SideBySide</name>
    <message>
        <source>اما: {what}</source>
        <translation>But: {what}</translation>
    </message>
    <message>
        <source>پروندهٔ {no}</source>
        <translation>File {no}</translation>
    </message>
    <message>
        <source>{n} {kind}</source>
        <translation>{kind}: {n}</translation>
    </message>
    <message>
        <source>بی نیاز، حضور و نامه</source>
        <translation>No needs, attendances or letters</translation>
    </message>
</context>
<context>
    <name>SideBySideView</name>
    <message>
        <source>می‌ماند</source>
        <translation>Is kept</translation>
    </message>
    <message>
        <source>جابه‌جا</source>
        <translation>Swap</translation>
    </message>
    <message>
        <source>پروندهٔ دیگر بماند</source>
        <translation>Keep the other file</translation>
    </message>
    <message>
        <source>در آن ادغام می‌شود</source>
        <translation>Is merged into it</translation>
    </message>
    <message>
        <source>کدام پاسخ بماند؟</source>
        <translation>Which answer shall stay?</translation>
    </message>
    <message>
        <source>پاسخ‌های دو پرونده یکی است.</source>
        <translation>Both files say the same.</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>شاید پیش‌تر ثبت شده باشد</source>
        <translation>Perhaps already registered</translation>
    </message>
    <message>
        <source>پروندهٔ {no}</source>
        <translation>File {no}</translation>
    </message>
    <message>
        <source>اما: {what}</source>
        <translation>But: {what}</translation>
    </message>
    <message>
        <source>همان فرد است</source>
        <translation>It is the same person</translation>
    </message>
    <message>
        <source>پروندهٔ دومی ساخته نمی‌شود</source>
        <translation>No second file is made</translation>
    </message>
    <message>
        <source>فرد دیگری است</source>
        <translation>It is another person</translation>
    </message>
    <message>
        <source>ثبت ادامه می‌یابد</source>
        <translation>The registration goes on</translation>
    </message>
    <message>
        <source>کد ملی ده رقم دارد</source>
        <translation>A national ID has ten digits</translation>
    </message>
    <message>
        <source>آیا {number} منظورتان است؟</source>
        <translation>Do you mean {number}?</translation>
    </message>
    <message>
        <source>همین است</source>
        <translation>Yes, that is it</translation>
    </message>
    <message>
        <source>پذیرفتن این کد ملی</source>
        <translation>Accept this national ID</translation>
    </message>
    <message>
        <source>همتایی پیدا نشده است</source>
        <translation>No match has been found</translation>
    </message>
    <message>
        <source>هنگام نوشتن نام‌ها، پرونده‌های همانند در اینجا با دلیل نشان داده می‌شوند.</source>
        <translation>While names are being typed, similar files are shown here with the reason.</translation>
    </message>
    <message>
        <source>بخش‌های گزارش</source>
        <translation>Parts of the report</translation>
    </message>
    <message>
        <source>امضا ({n})</source>
        <translation>Signature ({n})</translation>
    </message>
    <message>
        <source>امضا</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>رقم‌ها</source>
        <translation>Figures</translation>
    </message>
    <message>
        <source>متن‌ها</source>
        <translation>Texts</translation>
    </message>
    <message>
        <source>ماه‌ها</source>
        <translation>Months</translation>
    </message>
</context>
<context>
    <name>SignDialog</name>
    <message>
        <source>امضای گزارش {month}</source>
        <translation>Signing the report of {month}</translation>
    </message>
    <message>
        <source>صفحه‌ها را دیده‌ام و درست است.</source>
        <translation>I have read the pages and they are right.</translation>
    </message>
    <message>
        <source>امضا می‌کنم</source>
        <translation>Sign</translation>
    </message>
    <message>
        <source>انصراف</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>رقم‌ها، ردیف‌ها و متن‌های این ماه از این پس همین می‌مانند و واگرد ندارند.</source>
        <translation>Figures, rows and texts of this month stay as they are from now on, and are not undone.</translation>
    </message>
    <message>
        <source>آنچه پس از این برای این ماه ثبت شود در گزارش ماه بعد، زیر «اصلاحات ماه‌های پیش»، می‌آید.</source>
        <translation>What is entered for this month afterwards comes in the report of the next month, under “Corrections of earlier months”.</translation>
    </message>
    <message>
        <source>اگر استان گزارش را برگرداند، نسخهٔ تازه‌ای ساخته می‌شود و این نسخه می‌ماند.</source>
        <translation>If the province returns the report, a new version is made and this one stays.</translation>
    </message>
    <message>
        <source>امضاکننده: {name}</source>
        <translation>Signed by: {name}</translation>
    </message>
</context>
<context>
    <name>SolutionPane</name>
    <message>
        <source>راه‌حلی را در فهرست نشان کنید تا همهٔ متن آن اینجا بیاید.</source>
        <translation>Mark a solution in the list to read all of it here.</translation>
    </message>
    <message>
        <source>راه‌حلی برگزیده نیست</source>
        <translation>No solution is marked</translation>
    </message>
    <message>
        <source>ماه</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>رونوشت برای دیگران</source>
        <translation>Copy for others</translation>
    </message>
    <message>
        <source>نیازی که این راه‌حل را داشت</source>
        <translation>The need it solved</translation>
    </message>
    <message>
        <source>رونوشت، نام و نشانی از کسی یا محله‌ای ندارد.</source>
        <translation>The copy names no person and no neighbourhood.</translation>
    </message>
    <message>
        <source>رونوشت گرفته شد.</source>
        <translation>Copied.</translation>
    </message>
</context>
<context>
    <name>SpreadsheetsScreen</name>
    <message>
        <source>پرونده خوانده می‌شود</source>
        <translation>Reading the file</translation>
    </message>
    <message>
        <source>ردیف‌ها سنجیده می‌شوند</source>
        <translation>Checking the rows</translation>
    </message>
    <message>
        <source>ردیف‌ها ثبت می‌شوند</source>
        <translation>Saving the rows</translation>
    </message>
    <message>
        <source>خروجی {kind}</source>
        <translation>Export: {kind}</translation>
    </message>
    <message>
        <source>خروجی نوشته می‌شود</source>
        <translation>Writing the export</translation>
    </message>
    <message>
        <source>برگزیدن پرونده</source>
        <translation>Choose a file</translation>
    </message>
    <message numerus="yes">
        <source>%Ln ردیف نوشته شد.</source>
        <translation>
            <numerusform>%Ln row was written.</numerusform>
            <numerusform>%Ln rows were written.</numerusform>
        </translation>
    </message>
    <message>
        <source>ورود و خروج</source>
        <translation>Import and export</translation>
    </message>
    <message>
        <source>۱ · پرونده</source>
        <translation>1 · File</translation>
    </message>
    <message>
        <source>۲ · ستون‌ها</source>
        <translation>2 · Columns</translation>
    </message>
    <message>
        <source>۳ · بازبینی و ثبت</source>
        <translation>3 · Review and save</translation>
    </message>
</context>
<context>
    <name>StartWindow</name>
    <message>
        <source>تسهیلگر</source>
        <translation>Tashilgar</translation>
    </message>
</context>
<context>
    <name>StateStrip</name>
    <message>
        <source>امضا…</source>
        <translation>Sign…</translation>
    </message>
    <message>
        <source>نسخهٔ تازه</source>
        <translation>New version</translation>
    </message>
    <message>
        <source>راستی‌آزمایی</source>
        <translation>Verify</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>گام «{step}» ثبت شد.</source>
        <translation>The step “{step}” was saved.</translation>
    </message>
    <message>
        <source>ثبت گام</source>
        <translation>Save the step</translation>
    </message>
</context>
<context>
    <name>Story</name>
    <message>
        <source>رفتن به آن</source>
        <translation>Go there</translation>
    </message>
    <message>
        <source>درگذشت</source>
        <translation>Died</translation>
    </message>
    <message>
        <source>پرونده در پروندهٔ دیگری ادغام شد</source>
        <translation>The file was merged into another</translation>
    </message>
    <message>
        <source>پرونده به درخواست فرد محو شد</source>
        <translation>The file was erased at the person&apos;s request</translation>
    </message>
    <message>
        <source>پرونده پاک شد</source>
        <translation>The file was deleted</translation>
    </message>
    <message>
        <source>پرونده بازگردانده شد</source>
        <translation>The file was restored</translation>
    </message>
    <message>
        <source>تغییری که جزئیاتش پاک شده است</source>
        <translation>A change whose details have been erased</translation>
    </message>
    <message>
        <source>سرپرست خانوار شد</source>
        <translation>Became head of the household</translation>
    </message>
    <message>
        <source>مدرک هویتی برداشته شد</source>
        <translation>An identity document was removed</translation>
    </message>
    <message>
        <source>رضایت پاک شد</source>
        <translation>A consent was deleted</translation>
    </message>
    <message>
        <source>پرونده ساخته شد</source>
        <translation>The file was made</translation>
    </message>
    <message>
        <source>به خانوار دیگری رفت</source>
        <translation>Went to another household</translation>
    </message>
    <message>
        <source>خانوار {no}</source>
        <translation>Household {no}</translation>
    </message>
    <message>
        <source>با خانوار جابه‌جا شد</source>
        <translation>Moved with the household</translation>
    </message>
    <message>
        <source>از محله رفت</source>
        <translation>Left the neighbourhood</translation>
    </message>
    <message>
        <source>مقصد: {place}</source>
        <translation>Destination: {place}</translation>
    </message>
    <message>
        <source>با خانوار بازگشت</source>
        <translation>Came back with the household</translation>
    </message>
    <message>
        <source>بازگشت</source>
        <translation>Came back</translation>
    </message>
    <message>
        <source>نسبت با سرپرست: {relation}</source>
        <translation>Relation to the head: {relation}</translation>
    </message>
    <message>
        <source>نشانی خانوار تغییر کرد</source>
        <translation>The address of the household changed</translation>
    </message>
    <message>
        <source>مدرک هویتی نوشته شد</source>
        <translation>An identity document was recorded</translation>
    </message>
    <message>
        <source>مدرک هویتی اصلاح شد</source>
        <translation>An identity document was corrected</translation>
    </message>
    <message>
        <source>رضایت نداد</source>
        <translation>Did not consent</translation>
    </message>
    <message>
        <source>رضایت داد</source>
        <translation>Consented</translation>
    </message>
    <message>
        <source>رضایت را پس گرفت</source>
        <translation>Withdrew the consent</translation>
    </message>
    <message>
        <source>دادهٔ حساس</source>
        <translation>Sensitive data</translation>
    </message>
    <message>
        <source>ارجاع به {agency}</source>
        <translation>Referral to {agency}</translation>
    </message>
    <message>
        <source>معتمد محله شد</source>
        <translation>Became a local trustee</translation>
    </message>
    <message>
        <source>دیگر معتمد محله نیست</source>
        <translation>Is no longer a local trustee</translation>
    </message>
    <message>
        <source>به گروه پیوست</source>
        <translation>Joined a group</translation>
    </message>
    <message>
        <source>از گروه بیرون رفت</source>
        <translation>Left a group</translation>
    </message>
    <message>
        <source>پروندهٔ {no} با این پرونده یکی شد</source>
        <translation>File {no} was merged into this one</translation>
    </message>
    <message>
        <source>پروندهٔ {no} باز جدا شد</source>
        <translation>File {no} was separated again</translation>
    </message>
    <message>
        <source>نیاز: {subject}</source>
        <translation>Need: {subject}</translation>
    </message>
    <message>
        <source>نامه به {agency}</source>
        <translation>Letter to {agency}</translation>
    </message>
    <message>
        <source>{n} جلسه حضور</source>
        <translation>Sessions attended: {n}</translation>
    </message>
    <message>
        <source>کارگاه «{title}»</source>
        <translation>Workshop “{title}”</translation>
    </message>
    <message>
        <source>گواهی «{title}»</source>
        <translation>Certificate of “{title}”</translation>
    </message>
    <message>
        <source>پیامد کارگاه «{title}»</source>
        <translation>Outcome of the workshop “{title}”</translation>
    </message>
    <message>
        <source>در دسترس نبود</source>
        <translation>Was not reached</translation>
    </message>
    <message>
        <source>غرفه در «{title}»</source>
        <translation>Stall at “{title}”</translation>
    </message>
    <message>
        <source>پرونده ویرایش شد</source>
        <translation>The file was edited</translation>
    </message>
    <message>
        <source>خالی</source>
        <translation>empty</translation>
    </message>
    <message>
        <source>{field}: از {old} به {new}</source>
        <translation>{field}: from {old} to {new}</translation>
    </message>
</context>
<context>
    <name>SubjectRoom</name>
    <message>
        <source>این بخش برای نقش شما نیست</source>
        <translation>This part is not for your role</translation>
    </message>
    <message>
        <source>اعتبار، هزینه و قرارداد را مدیر دفتر و ناظران می‌بینند.</source>
        <translation>Credits, expenses and contracts are seen by the office manager and the supervisors.</translation>
    </message>
</context>
<context>
    <name>SubjectScreen</name>
    <message>
        <source>{label} تازه</source>
        <translation>New {label}</translation>
    </message>
</context>
<context>
    <name>Sums</name>
    <message>
        <source>جمع اعتبار</source>
        <translation>All credits</translation>
    </message>
    <message>
        <source>دریافت‌شده</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>هزینه‌شده</source>
        <translation>Spent</translation>
    </message>
    <message>
        <source>مانده</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>جمع</source>
        <translation>Sum</translation>
    </message>
</context>
<context>
    <name>SumsPage</name>
    <message>
        <source>ریال</source>
        <translation>Rial</translation>
    </message>
    <message>
        <source>تومان</source>
        <translation>Toman</translation>
    </message>
    <message>
        <source>ریال جدید</source>
        <translation>New rial</translation>
    </message>
    <message>
        <source>یکای پول</source>
        <translation>Unit of money</translation>
    </message>
    <message>
        <source>سال مالی</source>
        <translation>Fiscal year</translation>
    </message>
    <message>
        <source>جمع اعتبارها</source>
        <translation>Sums of credits</translation>
    </message>
    <message>
        <source>هنوز اعتباری ثبت نشده است</source>
        <translation>No credit is recorded yet</translation>
    </message>
    <message>
        <source>با ثبت نخستین اعتبار، جمع آن به تفکیک منبع می‌آید.</source>
        <translation>Once the first credit is recorded, the sums by source appear here.</translation>
    </message>
    <message>
        <source>همهٔ مبلغ‌ها به {unit}</source>
        <translation>All amounts in {unit}</translation>
    </message>
    <message>
        <source>هر مبلغ با هر یکایی که نوشته شده باشد، به ریال جاری جمع می‌شود.</source>
        <translation>Whatever unit an amount was written in, it is added up in current rials.</translation>
    </message>
    <message>
        <source>همهٔ سال‌ها</source>
        <translation>All years</translation>
    </message>
    <message>
        <source>چاپ صورت اعتبار</source>
        <translation>Print the statement</translation>
    </message>
    <message>
        <source>صورت-اعتبار.pdf</source>
        <translation>credit-statement.pdf</translation>
    </message>
    <message>
        <source>به تفکیک شهرستان</source>
        <translation>By county</translation>
    </message>
    <message>
        <source>میانگین هر شهرستان</source>
        <translation>Mean of each county</translation>
    </message>
    <message>
        <source>به تفکیک گیرنده</source>
        <translation>By receiver</translation>
    </message>
    <message>
        <source>میانگین هر گیرنده</source>
        <translation>Mean of each receiver</translation>
    </message>
    <message>
        <source>بقیه</source>
        <translation>The rest</translation>
    </message>
</context>
<context>
    <name>Sync</name>
    <message>
        <source>نشانی شبکه</source>
        <translation>Network address</translation>
    </message>
    <message>
        <source>نشانی کارساز استان یا رایانهٔ دیگر دفتر را بنویسید، همان‌گونه که به شما داده‌اند.</source>
        <translation>Type the address of the province&apos;s server or of another laptop of the office, as it was given to you.</translation>
    </message>
    <message>
        <source>نشانی</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>در حال همگام‌سازی با شبکه…</source>
        <translation>Syncing over the network…</translation>
    </message>
    <message>
        <source>نوشتن پروندهٔ همراه</source>
        <translation>Write a carried file</translation>
    </message>
    <message>
        <source>پروندهٔ همراه</source>
        <translation>Carried file</translation>
    </message>
    <message>
        <source>چاپ رسید حامل</source>
        <translation>Print the courier&apos;s receipt</translation>
    </message>
    <message>
        <source>دانستم</source>
        <translation>All right</translation>
    </message>
    <message>
        <source>پروندهٔ همراه نوشته شد</source>
        <translation>The carried file was written</translation>
    </message>
    <message>
        <source>در حال نوشتن پروندهٔ همراه…</source>
        <translation>Writing the carried file…</translation>
    </message>
    <message>
        <source>خواندن پروندهٔ همراه</source>
        <translation>Read a carried file</translation>
    </message>
    <message>
        <source>خوانده شود</source>
        <translation>Read it</translation>
    </message>
    <message>
        <source>پروندهٔ همراه خوانده شد</source>
        <translation>The carried file was read</translation>
    </message>
    <message>
        <source>در حال خواندن پروندهٔ همراه…</source>
        <translation>Reading the carried file…</translation>
    </message>
    <message>
        <source>رایانه‌های دفتر</source>
        <translation>The office&apos;s laptops</translation>
    </message>
    <message>
        <source>این پرونده برای کیست؟</source>
        <translation>Who is this file for?</translation>
    </message>
    <message>
        <source>چیز تازه‌ای نبود؛ هر دو همه چیز را دارند.</source>
        <translation>Nothing new; both have everything.</translation>
    </message>
    <message>
        <source>{n} دگرگونی فرستاده شد</source>
        <translation>changes sent: {n}</translation>
    </message>
    <message>
        <source>{n} دگرگونی رسید</source>
        <translation>changes received: {n}</translation>
    </message>
    <message>
        <source>{n} بسته منتظر بستهٔ پیشین است</source>
        <translation>packets waiting for an earlier one: {n}</translation>
    </message>
    <message>
        <source>{n} بسته پذیرفته نشد</source>
        <translation>packets refused: {n}</translation>
    </message>
    <message>
        <source>چیزی در انتظار نبود؛ پرونده تنها می‌گوید این رایانه چه دارد.</source>
        <translation>Nothing was waiting; the file only says what this laptop has.</translation>
    </message>
    <message>
        <source>{n} پیوست</source>
        <translation>attachments: {n}</translation>
    </message>
    <message>
        <source>{n} دگرگونی</source>
        <translation>changes: {n}</translation>
    </message>
    <message>
        <source>تا پاسخ نرسیده، چیزی رسیده شمرده نمی‌شود؛ اگر پرونده گم شود همه چیز در پروندهٔ بعدی هست.</source>
        <translation>Nothing counts as received before the answer comes; if the file is lost, everything is in the next one.</translation>
    </message>
    <message>
        <source>رایانه‌ای بی‌نام</source>
        <translation>a laptop without a name</translation>
    </message>
    <message>
        <source>این پرونده را {who} نوشته است، {when}.</source>
        <translation>This file was written by {who}, {when}.</translation>
    </message>
    <message>
        <source>همین رایانه آن را نوشته است؛ چیز تازه‌ای برای خودش ندارد.</source>
        <translation>This laptop wrote it; it holds nothing new for itself.</translation>
    </message>
    <message>
        <source>خواندن دوباره زیانی ندارد و چیزی از این رایانه پاک نمی‌شود.</source>
        <translation>Reading it twice does no harm, and nothing is deleted from this laptop.</translation>
    </message>
    <message>
        <source>{n} پیوست رسید</source>
        <translation>attachments received: {n}</translation>
    </message>
    <message>
        <source>چیز تازه‌ای در آن نبود.</source>
        <translation>There was nothing new in it.</translation>
    </message>
    <message>
        <source>{kind}: {n}</source>
        <translation>{kind}: {n}</translation>
    </message>
    <message>
        <source>{day}، ساعت {hour}</source>
        <translation>{day}, {hour}</translation>
    </message>
    <message>
        <source>استان</source>
        <translation>Province</translation>
    </message>
    <message>
        <source>رایانهٔ {no} دفتر</source>
        <translation>Laptop {no} of the office</translation>
    </message>
    <message>
        <source>چیزی که رسیده پذیرفته نشده است؛ صفحهٔ همگام‌سازی دلیلش را می‌گوید.</source>
        <translation>Something that came was not accepted; the sync page tells why.</translation>
    </message>
    <message>
        <source>{n} تعارض در انتظار تصمیم شماست.</source>
        <translation>Conflicts waiting for your decision: {n}.</translation>
    </message>
    <message>
        <source>هنوز رایانهٔ دیگر یا استانی نیست؛ {n} دگرگونی تنها در همین رایانه است.</source>
        <translation>There is no other laptop or province yet; changes that are on this laptop alone: {n}.</translation>
    </message>
    <message>
        <source>{n} دگرگونی هنوز به همه نرسیده است.</source>
        <translation>Changes that have not reached everybody yet: {n}.</translation>
    </message>
    <message>
        <source>همه چیز به همه رسیده است.</source>
        <translation>Everything has reached everybody.</translation>
    </message>
    <message>
        <source>کنار گذاشته شده؛ نوشته‌هایش دیگر پذیرفته نمی‌شود</source>
        <translation>Set aside; what it writes is no longer accepted</translation>
    </message>
    <message>
        <source>بسته شده؛ با شناسهٔ تازه‌ای کار می‌کند</source>
        <translation>Closed; it works under a new id</translation>
    </message>
    <message>
        <source>هنوز تماسی نبوده است</source>
        <translation>No contact yet</translation>
    </message>
    <message>
        <source>آخرین تماس با شبکه: {day}، ساعت {hour}</source>
        <translation>Last contact over the network: {day}, {hour}</translation>
    </message>
    <message>
        <source>آخرین تماس با پروندهٔ همراه: {day}، ساعت {hour}</source>
        <translation>Last contact by carried file: {day}, {hour}</translation>
    </message>
    <message>
        <source>{n} دگرگونی از {who} منتظر پرونده‌ای پیش از خود است؛ پروندهٔ پیشین را هم بخوانید.</source>
        <translation>Changes from {who} that wait for an earlier file: {n}; read the earlier file too.</translation>
    </message>
    <message>
        <source>آخرین تماس: {day}، ساعت {hour}</source>
        <translation>Last contact: {day}, {hour}</translation>
    </message>
    <message>
        <source>همه رسیده</source>
        <translation>Has everything</translation>
    </message>
    <message>
        <source>{n} دگرگونی در انتظار</source>
        <translation>waiting: {n}</translation>
    </message>
    <message>
        <source>{n} دگرگونی از {who} پذیرفته نشد، چون آن رایانه کنار گذاشته شده است.</source>
        <translation>Changes from {who} that were not accepted: {n}, because that laptop was set aside.</translation>
    </message>
    <message>
        <source>{n} دگرگونی از {who} پذیرفته نشد: از پوشهٔ آن رایانه رونوشتی در کار است یا پشتیبانی بازگردانده شده.</source>
        <translation>Changes from {who} that were not accepted: {n}; a copy of that laptop&apos;s folder is in use, or a backup was restored.</translation>
    </message>
    <message>
        <source>{n} دگرگونی از {who} با نسخهٔ تازه‌تر برنامه نوشته شده است؛ برنامهٔ این رایانه را به‌روز کنید.</source>
        <translation>Changes from {who} written with a newer program: {n}; update the program of this laptop.</translation>
    </message>
    <message>
        <source>{n} دگرگونی از {who} خوانده نشد.</source>
        <translation>Changes from {who} that were not read: {n}.</translation>
    </message>
    <message>
        <source>{n} پیوست فرستاده شد</source>
        <translation>{n} attachments were sent</translation>
    </message>
    <message>
        <source>{n} پیوست هنوز نرسیده است</source>
        <translation>{n} attachments have not come yet</translation>
    </message>
    <message>
        <source>خودش دیده نشده؛ {n} دگرگونی‌اش از راه دیگری رسیده است</source>
        <translation>Never met itself; {n} of its changes came by another way</translation>
    </message>
    <message>
        <source>{n} روز</source>
        <translation>{n} days</translation>
    </message>
    <message>
        <source>{n} ساعت</source>
        <translation>{n} hours</translation>
    </message>
    <message>
        <source>{n} دقیقه</source>
        <translation>{n} minutes</translation>
    </message>
    <message>
        <source>ساعت این رایانه {span} جلوتر است؛ ساعت ویندوز را درست کنید. چیزی از دست نرفته است.</source>
        <translation>This computer&apos;s clock is {span} ahead; set the clock of Windows right. Nothing is lost.</translation>
    </message>
    <message>
        <source>ساعت این رایانه {span} عقب‌تر است؛ ساعت ویندوز را درست کنید. چیزی از دست نرفته است.</source>
        <translation>This computer&apos;s clock is {span} behind; set the clock of Windows right. Nothing is lost.</translation>
    </message>
    <message>
        <source>{n} دگرگونی از رایانه‌ای است که این رایانه هنوز نمی‌شناسد؛ با خواندن پروندهٔ دیگران شناخته می‌شود.</source>
        <translation>{n} changes are of a computer that this one does not know yet; it is known once others&apos; files are read.</translation>
    </message>
</context>
<context>
    <name>SyncScreen</name>
    <message>
        <source>همگام‌سازی با شبکه</source>
        <translation>Sync over the network</translation>
    </message>
    <message>
        <source>نوشتن پروندهٔ همراه</source>
        <translation>Write a carried file</translation>
    </message>
    <message>
        <source>خواندن پروندهٔ همراه</source>
        <translation>Read a carried file</translation>
    </message>
    <message>
        <source>نشانی…</source>
        <translation>Address…</translation>
    </message>
    <message>
        <source>وقتی رایانهٔ دیگری به دفتر پیوست یا استان شناخته شد، آنچه در انتظار است در اینجا می‌آید.</source>
        <translation>Once another laptop has joined the office or the province is known, what waits is shown here.</translation>
    </message>
    <message>
        <source>نشانی: {url}</source>
        <translation>Address: {url}</translation>
    </message>
    <message>
        <source>نشانی شبکه‌ای داده نشده است؛ پروندهٔ همراه را روی حافظه بنویسید و به دیگران برسانید.</source>
        <translation>No network address was given; write the carried file onto a stick and bring it to the others.</translation>
    </message>
    <message>
        <source>رایانهٔ دیگری در این دفتر شناخته نیست.</source>
        <translation>No other laptop of this office is known.</translation>
    </message>
    <message>
        <source>هنوز از رایانهٔ دیگری چیزی نرسیده است.</source>
        <translation>Nothing has come from another laptop yet.</translation>
    </message>
    <message>
        <source>از {who}</source>
        <translation>From {who}</translation>
    </message>
    <message>
        <source>{n} رکورد</source>
        <translation>{n} records</translation>
    </message>
    <message numerus="yes">
        <source>%Ln تعارض در انتظار تصمیم</source>
        <translation>
            <numerusform>%Ln conflict waits for a decision</numerusform>
            <numerusform>%Ln conflicts wait for a decision</numerusform>
        </translation>
    </message>
    <message>
        <source>دو رایانه یک چیز را دو گونه نوشته‌اند</source>
        <translation>Two laptops wrote the same thing differently</translation>
    </message>
    <message>
        <source>چیزی نیست که منتظر مانده یا پذیرفته نشده باشد.</source>
        <translation>Nothing waits and nothing was refused.</translation>
    </message>
    <message>
        <source>همگام‌سازی</source>
        <translation>Sync</translation>
    </message>
    <message>
        <source>نگاه دوباره</source>
        <translation>Look again</translation>
    </message>
    <message>
        <source>رایانه‌های دفتر و استان</source>
        <translation>Laptops of the office and the province</translation>
    </message>
    <message>
        <source>آخرین چیزی که رسید</source>
        <translation>What came last</translation>
    </message>
    <message>
        <source>آنچه رسیدگی می‌خواهد</source>
        <translation>What needs attention</translation>
    </message>
</context>
<context>
    <name>Table</name>
    <message>
        <source>دو روایت</source>
        <translation>Two versions</translation>
    </message>
</context>
<context>
    <name>TaskBar</name>
    <message>
        <source>گشودن</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>گشودن پرونده</source>
        <translation>Open the record</translation>
    </message>
    <message>
        <source>به روزی دیگر</source>
        <translation>Put off</translation>
    </message>
    <message>
        <source>به روزی دیگر، با نوشتن دلیل</source>
        <translation>Put off to another day, with a reason</translation>
    </message>
    <message>
        <source>همین امروز</source>
        <translation>Today after all</translation>
    </message>
    <message>
        <source>بازگرداندن به کارهای امروز</source>
        <translation>Bring back to today&apos;s tasks</translation>
    </message>
    <message>
        <source>انجام شد</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>اقدام بعدی انجام شد</source>
        <translation>The next action is done</translation>
    </message>
    <message>
        <source>به من بده</source>
        <translation>Give to me</translation>
    </message>
    <message>
        <source>پیگیری این نیاز با من</source>
        <translation>I follow this need</translation>
    </message>
    <message>
        <source>پیگیری این نیاز با این همکار</source>
        <translation>This colleague follows this need</translation>
    </message>
    <message>
        <source>به همکار دیگری بده</source>
        <translation>Give to another colleague</translation>
    </message>
    <message>
        <source>به {name} بده</source>
        <translation>Give to {name}</translation>
    </message>
</context>
<context>
    <name>TaskDeeds</name>
    <message>
        <source>به روزی دیگر: {title}</source>
        <translation>Put off: {title}</translation>
    </message>
    <message>
        <source>تا آن روز در فهرست نمی‌آید؛ دلیل آن هنگام بازگشت دیده می‌شود.</source>
        <translation>It is away from the list until that day; the reason is shown when it returns.</translation>
    </message>
    <message>
        <source>به روزی دیگر</source>
        <translation>Put off</translation>
    </message>
    <message>
        <source>تا {day} کنار گذاشته شد.</source>
        <translation>Put off until {day}.</translation>
    </message>
    <message>
        <source>دوباره در کارهای امروز است.</source>
        <translation>It is among today&apos;s tasks again.</translation>
    </message>
    <message>
        <source>پیگیری این نیاز با {name} است.</source>
        <translation>{name} follows this need now.</translation>
    </message>
    <message>
        <source>پیگیری این نیاز با شماست.</source>
        <translation>You follow this need now.</translation>
    </message>
    <message>
        <source>اقدام بعدی انجام شد.</source>
        <translation>The next action is done.</translation>
    </message>
</context>
<context>
    <name>TextsField</name>
    <message>
        <source>میان متن‌ها «،» بگذارید</source>
        <translation>Put “،” between the texts</translation>
    </message>
    <message>
        <source>برداشتن «{text}»</source>
        <translation>Remove “{text}”</translation>
    </message>
    <message>
        <source>برداشتن</source>
        <translation>Remove</translation>
    </message>
</context>
<context>
    <name>TextsPanel</name>
    <message>
        <source>این متن‌ها در صفحه‌ها می‌آیند و هنگام نوشتن ذخیره می‌شوند. نام ساکنان نوشته نمی‌شود.</source>
        <translation>These texts stand in the pages and are saved while you write. No resident is named.</translation>
    </message>
    <message>
        <source>متن برای بخش دیگر</source>
        <translation>Text for another section</translation>
    </message>
    <message>
        <source>متن برای بخش دیگر…</source>
        <translation>Text for another section…</translation>
    </message>
</context>
<context>
    <name>TimeField</name>
    <message>
        <source>۱۰:۳۰</source>
        <translation>10:30</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>واگرد</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>دادهٔ آزمایشی</source>
        <translation>Fictional data</translation>
    </message>
    <message>
        <source>این دفتر ساختگی است؛ هیچ‌یک از افراد آن واقعی نیستند.</source>
        <translation>This office is fictional; none of its people are real.</translation>
    </message>
</context>
<context>
    <name>Unfinished</name>
    <message>
        <source>برگه‌های نیمه‌کاره</source>
        <translation>Unfinished forms</translation>
    </message>
    <message>
        <source>این برگه‌ها پیش از بسته‌شدن برنامه ثبت نشدند و رمزشده نگه داشته شده‌اند.</source>
        <translation>These forms were not saved before the program was closed; they have been kept, encrypted.</translation>
    </message>
    <message>
        <source>بعداً</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>ادامه</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>دور ریختن «{title}»</source>
        <translation>Discard “{title}”</translation>
    </message>
</context>
<context>
    <name>Update</name>
    <message>
        <source>نسخهٔ {version}، {day}</source>
        <translation>Version {version}, {day}</translation>
    </message>
    <message>
        <source>امضای «{who}» درست است.</source>
        <translation>The signature of “{who}” is right.</translation>
    </message>
    <message>
        <source>روی دیسک {n} مگابایت جا می‌گیرد.</source>
        <translation>It takes {n} MB of the disk.</translation>
    </message>
    <message>
        <source>هنگام نخستین باز شدن، دفتر روزآمد می‌شود؛ پیش از آن خودبه‌خود پشتیبان گرفته می‌شود.</source>
        <translation>When it first opens, the office is upgraded; before that a backup is made by itself.</translation>
    </message>
    <message>
        <source>تازه‌ها:</source>
        <translation>New in it:</translation>
    </message>
    <message>
        <source>از اجرای بعد، نسخهٔ {version} باز می‌شود.</source>
        <translation>From the next start on, version {version} opens.</translation>
    </message>
    <message>
        <source>دفتر همان است که هست و چیزی از آن کم نمی‌شود.</source>
        <translation>The office stays as it is and loses nothing.</translation>
    </message>
    <message>
        <source>آن نسخه دفتر را چنان که امروز است باز نمی‌کند. پشتیبانی که باز می‌کند: {when}.</source>
        <translation>That version does not open the office as it is today. The backup that it opens: {when}.</translation>
    </message>
    <message>
        <source>پس از بازگشت، در صفحهٔ ورود «بازگرداندن از پشتیبان…» را بزنید و همین را برگزینید.</source>
        <translation>After going back, press “Restore from a backup…” on the login page and choose this one.</translation>
    </message>
    <message>
        <source>آنچه پس از آن نوشته شده است در آن نیست؛ دفتر امروز در میان پشتیبان‌ها می‌ماند.</source>
        <translation>What was written after it is not in it; today&apos;s office stays among the backups.</translation>
    </message>
    <message>
        <source>{n} دگرگونیِ پس از آن در آن نیست؛ دفتر امروز در میان پشتیبان‌ها می‌ماند.</source>
        <translation>It lacks {n} later changes; today&apos;s office stays among the backups.</translation>
    </message>
</context>
<context>
    <name>UsersScreen</name>
    <message>
        <source>حساب تازه…</source>
        <translation>New account…</translation>
    </message>
    <message>
        <source>تغییر گذرواژه…</source>
        <translation>Change password…</translation>
    </message>
    <message>
        <source>کد بازیابی تازه…</source>
        <translation>New recovery code…</translation>
    </message>
    <message>
        <source>فراموش کن…</source>
        <translation>Forget…</translation>
    </message>
    <message>
        <source>نام و نام خانوادگی</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>نام کاربری</source>
        <translation>User name</translation>
    </message>
    <message>
        <source>نقش</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>گذرواژه برای نخستین ورود (دست‌کم هشت نویسه)</source>
        <translation>Password for the first login (at least eight characters)</translation>
    </message>
    <message>
        <source>تکرار گذرواژه</source>
        <translation>Repeat the password</translation>
    </message>
    <message>
        <source>هر همکار حساب خودش را دارد. این گذرواژه را به خود او بگویید؛ در نخستین ورود آن را عوض می‌کند.</source>
        <translation>Every colleague has an account of their own. Tell the password to nobody else; it is replaced at the first login.</translation>
    </message>
    <message>
        <source>حساب تازه</source>
        <translation>New account</translation>
    </message>
    <message>
        <source>ساختن حساب</source>
        <translation>Make the account</translation>
    </message>
    <message>
        <source>حساب ساخته شد.</source>
        <translation>The account was made.</translation>
    </message>
    <message>
        <source>گذرواژهٔ کنونی</source>
        <translation>Password until now</translation>
    </message>
    <message>
        <source>گذرواژهٔ تازه (دست‌کم هشت نویسه)</source>
        <translation>New password (at least eight characters)</translation>
    </message>
    <message>
        <source>تکرار گذرواژهٔ تازه</source>
        <translation>Repeat the new password</translation>
    </message>
    <message>
        <source>تنها گذرواژهٔ این رایانه عوض می‌شود. گذرواژه‌ای برگزینید که جای دیگری به کار نمی‌برید.</source>
        <translation>Only the password on this computer changes. Choose one that you use nowhere else.</translation>
    </message>
    <message>
        <source>تغییر گذرواژه</source>
        <translation>Change password</translation>
    </message>
    <message>
        <source>تغییر</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>گذرواژه عوض شد.</source>
        <translation>The password was changed.</translation>
    </message>
    <message>
        <source>گذرواژهٔ خودتان</source>
        <translation>Your own password</translation>
    </message>
    <message>
        <source>هر که این کد را داشته باشد دفتر را می‌گشاید. کد پیشین دیگر به کار نمی‌آید؛ برگهٔ آن را نابود کنید.</source>
        <translation>Whoever has this code opens the office. The code before is of no use any more; destroy its sheet.</translation>
    </message>
    <message>
        <source>کد بازیابی تازه</source>
        <translation>New recovery code</translation>
    </message>
    <message>
        <source>ساختن کد</source>
        <translation>Make the code</translation>
    </message>
    <message>
        <source>این کار بازگشتی ندارد؛ گزارش‌های امضاشده همان می‌مانند.</source>
        <translation>This cannot be taken back; signed reports stay as they are.</translation>
    </message>
    <message>
        <source>فراموش شود؟</source>
        <translation>Forget it?</translation>
    </message>
    <message>
        <source>فراموش کن</source>
        <translation>Forget</translation>
    </message>
    <message>
        <source>{n} مورد برای همیشه فراموش شد.</source>
        <translation>{n} records were forgotten for good.</translation>
    </message>
    <message>
        <source>در حال فراموش‌کردن…</source>
        <translation>Forgetting…</translation>
    </message>
    <message>
        <source>چیزی نیست که مدت نگهداری‌اش گذشته باشد.</source>
        <translation>Nothing is past its time.</translation>
    </message>
    <message>
        <source>گذرواژه را در ورود بعد عوض می‌کند</source>
        <translation>replaces the password at the next login</translation>
    </message>
    <message>
        <source>در این رایانه گذرواژه ندارد</source>
        <translation>has no password on this computer</translation>
    </message>
    <message>
        <source>فعال</source>
        <translation>Active</translation>
    </message>
    <message>
        <source>بسته</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>گذرواژهٔ تازه…</source>
        <translation>New password…</translation>
    </message>
    <message>
        <source>دادهٔ حساس را نبیند</source>
        <translation>May not see sensitive data</translation>
    </message>
    <message>
        <source>دادهٔ حساس را ببیند</source>
        <translation>May see sensitive data</translation>
    </message>
    <message>
        <source>بستن حساب</source>
        <translation>Close the account</translation>
    </message>
    <message>
        <source>انصراف</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>گذرواژه برای ورود بعد (دست‌کم هشت نویسه)</source>
        <translation>Password for the next login (at least eight characters)</translation>
    </message>
    <message>
        <source>این گذرواژه را به خود او بگویید؛ در ورود بعد آن را با گذرواژه‌ای عوض می‌کند که تنها خودش می‌داند.</source>
        <translation>Tell the password to nobody else; at the next login it is replaced with one that only its owner knows.</translation>
    </message>
    <message>
        <source>گذرواژهٔ تازه برای {name}</source>
        <translation>New password for {name}</translation>
    </message>
    <message>
        <source>ثبت</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>گذرواژهٔ تازه نوشته شد.</source>
        <translation>The new password was written.</translation>
    </message>
    <message>
        <source>انجام نشد</source>
        <translation>It was not done</translation>
    </message>
    <message>
        <source>برگهٔ بازیابی</source>
        <translation>Recovery sheet</translation>
    </message>
    <message>
        <source>کاربران</source>
        <translation>Users</translation>
    </message>
    <message>
        <source>نگاه دوباره</source>
        <translation>Look again</translation>
    </message>
    <message>
        <source>حساب‌های دفتر</source>
        <translation>Accounts of the office</translation>
    </message>
    <message>
        <source>حساب من</source>
        <translation>My account</translation>
    </message>
    <message>
        <source>کد بازیابی</source>
        <translation>Recovery code</translation>
    </message>
    <message>
        <source>اگر برگهٔ بازیابی گم شده یا کسی آن را دیده است، کد تازه‌ای بسازید؛ کد پیشین دیگر چیزی را نمی‌گشاید.</source>
        <translation>If the recovery sheet is lost or somebody has seen it, make a new code; the code before opens nothing any more.</translation>
    </message>
    <message>
        <source>نگهداری داده‌ها</source>
        <translation>Keeping of data</translation>
    </message>
    <message>
        <source>آنچه مدت نگهداری‌اش گذشته است، با یک کلید و برای همیشه می‌رود؛ شمارش‌ها می‌ماند.</source>
        <translation>What is past its time goes with one key and for good; what is counted stays.</translation>
    </message>
</context>
<context>
    <name>VersionCard</name>
    <message>
        <source>همین بماند</source>
        <translation>Keep this one</translation>
    </message>
    <message>
        <source>این مقدار برای همهٔ رایانه‌ها می‌ماند</source>
        <translation>This value stands on all laptops</translation>
    </message>
    <message>
        <source>همین بماند: {value}</source>
        <translation>Keep this one: {value}</translation>
    </message>
    <message>
        <source>اکنون دیده می‌شود</source>
        <translation>Shown now</translation>
    </message>
    <message>
        <source>نوشتهٔ این رایانه</source>
        <translation>Written on this laptop</translation>
    </message>
    <message>
        <source>در همان کار نوشته شد:</source>
        <translation>Written in the same go:</translation>
    </message>
    <message>
        <source>و {n} رکورد دیگر</source>
        <translation>and {n} more records</translation>
    </message>
</context>
<context>
    <name>Visits</name>
    <message>
        <source>واژه‌ای از خلاصه…</source>
        <translation>A word of the summary…</translation>
    </message>
    <message>
        <source>مراجعه و بازدید</source>
        <translation>visits</translation>
    </message>
    <message>
        <source>ثبت مراجعه</source>
        <translation>New visit</translation>
    </message>
    <message>
        <source>هنوز مراجعه‌ای ثبت نشده است</source>
        <translation>No visits yet</translation>
    </message>
    <message>
        <source>هر مراجعه، بازدید، مشاوره یا راهنمایی را در چند ثانیه بنویسید.</source>
        <translation>Note every visit, consultation or piece of guidance in a few seconds.</translation>
    </message>
    <message>
        <source>همهٔ گونه‌ها</source>
        <translation>All kinds</translation>
    </message>
    <message>
        <source>همهٔ حوزه‌ها</source>
        <translation>All fields</translation>
    </message>
</context>
<context>
    <name>Volunteers</name>
    <message>
        <source>نام و نام خانوادگی</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>محله</source>
        <translation>Neighbourhood</translation>
    </message>
    <message>
        <source>همراه</source>
        <translation>Mobile</translation>
    </message>
    <message>
        <source>مهارت‌ها</source>
        <translation>Skills</translation>
    </message>
</context>
<context>
    <name>VolunteersPage</name>
    <message>
        <source>هنوز همیاری ثبت نشده است</source>
        <translation>No volunteers yet</translation>
    </message>
    <message>
        <source>ساکنانی که در کارهای محله کمک می‌کنند اینجا دیده می‌شوند.</source>
        <translation>Residents who help in the neighbourhood are shown here.</translation>
    </message>
    <message>
        <source>همیار تازه</source>
        <translation>New volunteer</translation>
    </message>
    <message>
        <source>نام، شمارهٔ پرونده یا مهارت…</source>
        <translation>Name, file number or skill…</translation>
    </message>
    <message>
        <source>همیار</source>
        <translation>Volunteer</translation>
    </message>
    <message>
        <source>همیاران</source>
        <translation>Volunteers</translation>
    </message>
    <message>
        <source>ثبت</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>ساکن</source>
        <translation>Resident</translation>
    </message>
    <message>
        <source>همیار ثبت شد.</source>
        <translation>The volunteer is saved.</translation>
    </message>
    <message>
        <source>کسی برگزیده نیست</source>
        <translation>Nobody is selected</translation>
    </message>
    <message>
        <source>نامی را در فهرست نشان کنید.</source>
        <translation>Select a name in the list.</translation>
    </message>
    <message>
        <source>محله</source>
        <translation>Neighbourhood</translation>
    </message>
    <message>
        <source>همراه</source>
        <translation>Mobile</translation>
    </message>
    <message>
        <source>مهارت‌ها</source>
        <translation>Skills</translation>
    </message>
    <message>
        <source>علاقه‌مندی</source>
        <translation>Interests</translation>
    </message>
    <message>
        <source>پروندهٔ {no}</source>
        <translation>File {no}</translation>
    </message>
    <message>
        <source>رفتن به پرونده</source>
        <translation>Go to the file</translation>
    </message>
    <message>
        <source>پایان همیاری</source>
        <translation>End volunteering</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>ساختن دفتر تازه</source>
        <translation>Make a new office</translation>
    </message>
    <message>
        <source>به تسهیلگر خوش آمدید</source>
        <translation>Welcome to Tashilgar</translation>
    </message>
    <message>
        <source>در این رایانه هنوز دفتری ساخته نشده است. ساختن دفتر چند دقیقه بیشتر نمی‌برد و به اینترنت نیاز ندارد؛ همهٔ داده‌ها رمز شده و تنها در همین رایانه نگه داشته می‌شود.</source>
        <translation>There is no office on this computer yet. Making one takes only a few minutes and needs no Internet; all data is encrypted and kept on this computer alone.</translation>
    </message>
    <message>
        <source>پوشهٔ دفتر</source>
        <translation>Folder of the office</translation>
    </message>
    <message>
        <source>بازگرداندن از پشتیبان…</source>
        <translation>Restore from a backup…</translation>
    </message>
</context>
<context>
    <name>Worklist</name>
    <message>
        <source>بازگشته: {reason}</source>
        <translation>Back again: {reason}</translation>
    </message>
    <message>
        <source>کارگاه «{title}»، جلسهٔ {no}</source>
        <translation>Workshop “{title}”, session {no}</translation>
    </message>
    <message>
        <source>وعدهٔ گذشتهٔ {agency}</source>
        <translation>Promise passed: {agency}</translation>
    </message>
    <message>
        <source>اقدام بعدی: {about}</source>
        <translation>Next action: {about}</translation>
    </message>
    <message>
        <source>دو سرپرست در یک خانوار: {title}</source>
        <translation>Two heads in one household: {title}</translation>
    </message>
    <message>
        <source>خانوار بی‌سرپرست: {title}</source>
        <translation>Household without a head: {title}</translation>
    </message>
    <message>
        <source>دو ثبت‌نام در یک کارگاه: {title}</source>
        <translation>Two enrolments in one workshop: {title}</translation>
    </message>
    <message>
        <source>دو حضور در یک جلسه: {title}</source>
        <translation>Two attendances in one session: {title}</translation>
    </message>
    <message>
        <source>بیش از ظرفیت کارگاه: {title}</source>
        <translation>Workshop over its capacity: {title}</translation>
    </message>
    <message>
        <source>دو گزارش برای {title}</source>
        <translation>Two reports for {title}</translation>
    </message>
    <message>
        <source>دو عضویت در یک گروه: {title}</source>
        <translation>Two memberships in one group: {title}</translation>
    </message>
    <message>
        <source>نام کاربری یکسان برای دو نفر: {title}</source>
        <translation>One username for two people: {title}</translation>
    </message>
    <message>
        <source>ساعت {at}</source>
        <translation>At {at}</translation>
    </message>
    <message>
        <source>پس از همگام‌سازی</source>
        <translation>after syncing</translation>
    </message>
    <message>
        <source>{n} روز از ارسال</source>
        <translation>sent {n} days ago</translation>
    </message>
    <message>
        <source>بی‌مسئول</source>
        <translation>No owner</translation>
    </message>
    <message>
        <source>{n} نفر</source>
        <translation>Participants: {n}</translation>
    </message>
    <message>
        <source>مهلت {day}</source>
        <translation>Due {day}</translation>
    </message>
    <message>
        <source>امروز</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>تا {day}</source>
        <translation>until {day}</translation>
    </message>
    <message>
        <source>بی‌پاسخ از {agency}</source>
        <translation>No answer from {agency}</translation>
    </message>
    <message>
        <source>{n} روز دیرکرد</source>
        <translation>Days late: {n}</translation>
    </message>
    <message>
        <source>سررسید امروز</source>
        <translation>Due today</translation>
    </message>
    <message>
        <source>پیگیری پیامد: {whom}</source>
        <translation>Outcome follow-up: {whom}</translation>
    </message>
    <message>
        <source>کارگاه «{title}»</source>
        <translation>Workshop “{title}”</translation>
    </message>
    <message>
        <source>جلسهٔ امروز: {title}</source>
        <translation>Today&apos;s meeting: {title}</translation>
    </message>
    <message>
        <source>مصوبه: {title}</source>
        <translation>Resolution: {title}</translation>
    </message>
    <message>
        <source>تعهد تفاهم‌نامه: {title}</source>
        <translation>Commitment of a memorandum: {title}</translation>
    </message>
    <message>
        <source>مهلت طرح سمن: {title}</source>
        <translation>Deadline of an NGO plan: {title}</translation>
    </message>
    <message>
        <source>بررسی کمک: {title}</source>
        <translation>Donation to screen: {title}</translation>
    </message>
    <message>
        <source>بازدید سرزدهٔ این ماه: {title}</source>
        <translation>Surprise inspection of this month: {title}</translation>
    </message>
    <message>
        <source>بازدید دوم: {title}</source>
        <translation>Second visit: {title}</translation>
    </message>
    <message>
        <source>پایان پروانهٔ سمن: {title}</source>
        <translation>NGO&apos;s licence runs out: {title}</translation>
    </message>
    <message>
        <source>پایان قرارداد مجری: {title}</source>
        <translation>Operator&apos;s contract ends: {title}</translation>
    </message>
    <message>
        <source>ارزیابی فصلی: {title}</source>
        <translation>Evaluation of the season: {title}</translation>
    </message>
    <message>
        <source>{n} روز مانده</source>
        <translation>{n} days left</translation>
    </message>
    <message>
        <source>شمارهٔ پروندهٔ یکسان برای دو نفر: {title}</source>
        <translation>One file number for two people: {title}</translation>
    </message>
    <message>
        <source>شمارهٔ یکسان برای دو خانوار: {title}</source>
        <translation>One number for two households: {title}</translation>
    </message>
    <message>
        <source>شمارهٔ یکسان برای دو نامه: {title}</source>
        <translation>One number for two letters: {title}</translation>
    </message>
</context>
<context>
    <name>WorklistCard</name>
    <message>
        <source>کارهای چه کسی</source>
        <translation>Whose tasks</translation>
    </message>
    <message>
        <source>گونهٔ کار</source>
        <translation>Sort of task</translation>
    </message>
    <message>
        <source>کارهای امروز</source>
        <translation>Today&apos;s tasks</translation>
    </message>
    <message>
        <source>کاری نمانده است</source>
        <translation>Nothing is left to do</translation>
    </message>
    <message>
        <source>نیاز سررسیدشده، نامهٔ بی‌پاسخ، وعدهٔ گذشته، اقدام بعدی یا جلسه‌ای برای امروز نیست.</source>
        <translation>No need is due, no letter is late, no promise has passed, and there is no next action or session for today.</translation>
    </message>
    <message>
        <source>در حال گردآوری کارهای امروز…</source>
        <translation>Gathering today&apos;s tasks…</translation>
    </message>
    <message>
        <source>کارهای من</source>
        <translation>My tasks</translation>
    </message>
    <message>
        <source>همهٔ دفتر</source>
        <translation>Whole office</translation>
    </message>
    <message>
        <source>همه</source>
        <translation>All</translation>
    </message>
    <message>
        <source>دیرکرد</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>سررسید امروز</source>
        <translation>Due today</translation>
    </message>
    <message>
        <source>بی‌پاسخ</source>
        <translation>No answer</translation>
    </message>
    <message>
        <source>وعدهٔ گذشته</source>
        <translation>Promise passed</translation>
    </message>
    <message>
        <source>اقدام بعدی</source>
        <translation>Next action</translation>
    </message>
    <message>
        <source>جلسه</source>
        <translation>Session</translation>
    </message>
    <message>
        <source>ناهمخوان</source>
        <translation>Does not fit</translation>
    </message>
    <message>
        <source>بی‌مسئول</source>
        <translation>No owner</translation>
    </message>
    <message>
        <source>به روزی دیگر گذاشته</source>
        <translation>Put off</translation>
    </message>
    <message>
        <source>پیامد</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>تعهدها و مهلت‌ها</source>
        <translation>Commitments and deadlines</translation>
    </message>
</context>
<context>
    <name>Workshops</name>
    <message>
        <source>جلسهٔ {number}</source>
        <translation>Session {number}</translation>
    </message>
    <message>
        <source>هنوز کارگاهی ساخته نشده است</source>
        <translation>No workshop has been made yet</translation>
    </message>
    <message>
        <source>کارگاه را با زمان، مکان و ظرفیت آن بسازید و سپس ثبت‌نام کنید.</source>
        <translation>Make a workshop with its time, place and capacity, then enrol people.</translation>
    </message>
    <message>
        <source>کارگاه تازه</source>
        <translation>New workshop</translation>
    </message>
    <message>
        <source>عنوان، مکان یا کد کارگاه…</source>
        <translation>Title, place or code of the workshop…</translation>
    </message>
    <message>
        <source>کارگاه</source>
        <translation>workshops</translation>
    </message>
    <message>
        <source>کد</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>{seated} از {capacity}</source>
        <translation>{seated} of {capacity}</translation>
    </message>
</context>
<context>
    <name>WorkshopsScreen</name>
    <message>
        <source>ثبت کارگاه</source>
        <translation>Save the workshop</translation>
    </message>
    <message>
        <source>چه کارگاهی</source>
        <translation>Which workshop</translation>
    </message>
    <message>
        <source>کجا و با چه کسی</source>
        <translation>Where and with whom</translation>
    </message>
    <message>
        <source>زمان و اندازه</source>
        <translation>Time and size</translation>
    </message>
    <message>
        <source>مدرس تازه</source>
        <translation>New instructor</translation>
    </message>
    <message>
        <source>کارگاه تازه</source>
        <translation>New workshop</translation>
    </message>
    <message>
        <source>هنوز ثبت نشده است</source>
        <translation>Not saved yet</translation>
    </message>
    <message>
        <source>نشانه‌هایی که گذاشته‌اید ثبت نشده‌اند. رها شوند؟</source>
        <translation>The marks you have set are not saved. Leave them?</translation>
    </message>
    <message>
        <source>رها شوند</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>ویرایش کارگاه</source>
        <translation>Edit the workshop</translation>
    </message>
    <message>
        <source>کارگاه «{title}» ثبت شد.</source>
        <translation>The workshop “{title}” was saved.</translation>
    </message>
    <message>
        <source>پیگیری‌های نودروزه</source>
        <translation>Ninety-day follow-ups</translation>
    </message>
    <message>
        <source>برگهٔ خالی</source>
        <translation>Blank sheet</translation>
    </message>
    <message>
        <source>برگهٔ حضور و غیاب بی‌نام، برای جلسه‌ای که برگه‌اش چاپ نشده است</source>
        <translation>An attendance sheet without names, for a session whose sheet was not printed</translation>
    </message>
    <message>
        <source>برگهٔ خالی حضور و غیاب</source>
        <translation>Blank attendance sheet</translation>
    </message>
</context>
<context>
    <name>YesNoField</name>
    <message>
        <source>بله</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>خیر</source>
        <translation>No</translation>
    </message>
</context>
<context>
    <name>_CalendarPopup</name>
    <message>
        <source>امروز</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>پاک‌کردن</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>تنها همین ماه</source>
        <translation>Just this month</translation>
    </message>
    <message>
        <source>تنها همین سال</source>
        <translation>Just this year</translation>
    </message>
</context>
<context>
    <name>_Chart</name>
    <message>
        <source>هنوز داده‌ای نیست.</source>
        <translation>There is no data yet.</translation>
    </message>
</context>
<context>
    <name>_DayDelegate</name>
    <message>
        <source>+{many} بیشتر</source>
        <translation>+{many} more</translation>
    </message>
</context>
<context>
    <name>_NumberLine</name>
    <message>
        <source>شماره و کد برگه، سپس Enter</source>
        <translation>Number and code of the paper, then Enter</translation>
    </message>
    <message>
        <source>شمارهٔ گواهی برای راستی‌آزمایی</source>
        <translation>Number of a certificate to verify</translation>
    </message>
</context>
<context>
    <name>_Run</name>
    <message>
        <source>در حال انجام…</source>
        <translation>In progress…</translation>
    </message>
</context>
<context>
    <name>domain</name>
    <message>
        <source>دفتر</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>دفترها</source>
        <translation>Offices</translation>
    </message>
    <message>
        <source>کد دفتر</source>
        <translation>Office code</translation>
    </message>
    <message>
        <source>چهار رقم؛ آغاز همهٔ شماره‌هایی است که دفتر می‌دهد.</source>
        <translation>Four digits; every number that the office gives begins with them.</translation>
    </message>
    <message>
        <source>عنوان دفتر</source>
        <translation>Title of the office</translation>
    </message>
    <message>
        <source>شهرستان</source>
        <translation>County</translation>
    </message>
    <message>
        <source>نشانی</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>کد پستی</source>
        <translation>Postal code</translation>
    </message>
    <message>
        <source>تلفن</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>ساعت کار</source>
        <translation>Opening hours</translation>
    </message>
    <message>
        <source>شمارهٔ مجوز</source>
        <translation>Licence number</translation>
    </message>
    <message>
        <source>تاریخ مجوز</source>
        <translation>Licence date</translation>
    </message>
    <message>
        <source>تاریخ گشایش</source>
        <translation>Opening date</translation>
    </message>
    <message>
        <source>وضعیت</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>طرح فرادست</source>
        <translation>Parent programme</translation>
    </message>
    <message>
        <source>سربرگ، سطر یکم</source>
        <translation>Letterhead, first line</translation>
    </message>
    <message>
        <source>سربرگ، سطر دوم</source>
        <translation>Letterhead, second line</translation>
    </message>
    <message>
        <source>سربرگ، سطر سوم</source>
        <translation>Letterhead, third line</translation>
    </message>
    <message>
        <source>دادهٔ آزمایشی</source>
        <translation>Fictional data</translation>
    </message>
    <message>
        <source>محله</source>
        <translation>Neighbourhood</translation>
    </message>
    <message>
        <source>محله‌ها</source>
        <translation>Neighbourhoods</translation>
    </message>
    <message>
        <source>نام محله</source>
        <translation>Name of the neighbourhood</translation>
    </message>
    <message>
        <source>نام‌های دیگر</source>
        <translation>Other names</translation>
    </message>
    <message>
        <source>محلهٔ مادر</source>
        <translation>Parent neighbourhood</translation>
    </message>
    <message>
        <source>شهر</source>
        <translation>City</translation>
    </message>
    <message>
        <source>نوع محدوده</source>
        <translation>Kind of area</translation>
    </message>
    <message>
        <source>مساحت (هکتار)</source>
        <translation>Area (hectares)</translation>
    </message>
    <message>
        <source>محدوده</source>
        <translation>Boundaries</translation>
    </message>
    <message>
        <source>سال شکل‌گیری</source>
        <translation>Year of formation</translation>
    </message>
    <message>
        <source>چگونگی شکل‌گیری</source>
        <translation>How it was formed</translation>
    </message>
    <message>
        <source>وضعیت پوشش</source>
        <translation>Coverage status</translation>
    </message>
    <message>
        <source>امتیاز نیازمندی</source>
        <translation>Deprivation score</translation>
    </message>
    <message>
        <source>تنها استان پر می‌کند.</source>
        <translation>Only the province fills this in.</translation>
    </message>
    <message>
        <source>جمعیت محله</source>
        <translation>Population of a neighbourhood</translation>
    </message>
    <message>
        <source>جمعیت محله‌ها</source>
        <translation>Populations of neighbourhoods</translation>
    </message>
    <message>
        <source>سال</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>جمعیت</source>
        <translation>Population</translation>
    </message>
    <message>
        <source>شمار خانوار</source>
        <translation>Number of households</translation>
    </message>
    <message>
        <source>برآورد است</source>
        <translation>It is an estimate</translation>
    </message>
    <message>
        <source>منبع</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>کمینه</source>
        <translation>Minimum</translation>
    </message>
    <message>
        <source>بیشینه</source>
        <translation>Maximum</translation>
    </message>
    <message>
        <source>پوشش محله</source>
        <translation>Neighbourhood coverage</translation>
    </message>
    <message>
        <source>پوشش محله‌ها</source>
        <translation>Coverage of neighbourhoods</translation>
    </message>
    <message>
        <source>از تاریخ</source>
        <translation>From</translation>
    </message>
    <message>
        <source>تا تاریخ</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>همکار</source>
        <translation>Staff member</translation>
    </message>
    <message>
        <source>همکاران</source>
        <translation>Staff</translation>
    </message>
    <message>
        <source>نام و نام خانوادگی</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>کد ملی</source>
        <translation>National ID</translation>
    </message>
    <message>
        <source>تخصص</source>
        <translation>Specialty</translation>
    </message>
    <message>
        <source>تحصیلات</source>
        <translation>Education level</translation>
    </message>
    <message>
        <source>رشته</source>
        <translation>Field of study</translation>
    </message>
    <message>
        <source>سمت</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>آغاز کار</source>
        <translation>Start of work</translation>
    </message>
    <message>
        <source>پایان کار</source>
        <translation>End of work</translation>
    </message>
    <message>
        <source>همراه</source>
        <translation>Mobile</translation>
    </message>
    <message>
        <source>حساب کاربری</source>
        <translation>User account</translation>
    </message>
    <message>
        <source>حساب‌های کاربری</source>
        <translation>User accounts</translation>
    </message>
    <message>
        <source>نام کاربری</source>
        <translation>User name</translation>
    </message>
    <message>
        <source>نقش</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>دیدن دادهٔ حساس</source>
        <translation>May see sensitive data</translation>
    </message>
    <message>
        <source>فعال</source>
        <translation>Active</translation>
    </message>
    <message>
        <source>تغییر گذرواژه در ورود بعد</source>
        <translation>Change the password at the next sign-in</translation>
    </message>
    <message>
        <source>دستگاه</source>
        <translation>Agency</translation>
    </message>
    <message>
        <source>دستگاه‌ها</source>
        <translation>Agencies</translation>
    </message>
    <message>
        <source>نام</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>نوع</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>عنوان در نامه</source>
        <translation>Title in letters</translation>
    </message>
    <message>
        <source>برای نمونه: ریاست محترم ادارهٔ …</source>
        <translation>For example: The Honourable Head of the Department of …</translation>
    </message>
    <message>
        <source>شمارهٔ پروانه</source>
        <translation>Permit number</translation>
    </message>
    <message>
        <source>پایان پروانه</source>
        <translation>End of the permit</translation>
    </message>
    <message>
        <source>شناسهٔ ملی</source>
        <translation>National legal ID</translation>
    </message>
    <message>
        <source>خانوار</source>
        <translation>Household</translation>
    </message>
    <message>
        <source>خانوارها</source>
        <translation>Households</translation>
    </message>
    <message>
        <source>شمارهٔ خانوار</source>
        <translation>Household number</translation>
    </message>
    <message>
        <source>پلاک</source>
        <translation>House number</translation>
    </message>
    <message>
        <source>طبقه و واحد</source>
        <translation>Floor and unit</translation>
    </message>
    <message>
        <source>نشانی محلی</source>
        <translation>Local address</translation>
    </message>
    <message>
        <source>برای نمونه: روبه‌روی مسجد</source>
        <translation>For example: opposite the mosque</translation>
    </message>
    <message>
        <source>نحوهٔ تصرف</source>
        <translation>Tenure</translation>
    </message>
    <message>
        <source>نوع مسکن</source>
        <translation>Kind of dwelling</translation>
    </message>
    <message>
        <source>شمار اتاق</source>
        <translation>Number of rooms</translation>
    </message>
    <message>
        <source>متراژ</source>
        <translation>Area (square metres)</translation>
    </message>
    <message>
        <source>امکانات</source>
        <translation>Utilities</translation>
    </message>
    <message>
        <source>شمار اعضا (اظهاری)</source>
        <translation>Number of members (as told)</translation>
    </message>
    <message>
        <source>سال سکونت</source>
        <translation>Year of settling</translation>
    </message>
    <message>
        <source>محل زندگی پیشین</source>
        <translation>Previous place of living</translation>
    </message>
    <message>
        <source>دامنهٔ درآمد</source>
        <translation>Income band</translation>
    </message>
    <message>
        <source>تحت پوشش</source>
        <translation>Supported by</translation>
    </message>
    <message>
        <source>تاریخ وضعیت</source>
        <translation>Date of the status</translation>
    </message>
    <message>
        <source>مقصد</source>
        <translation>Destination</translation>
    </message>
    <message>
        <source>تاریخ ثبت</source>
        <translation>Registration date</translation>
    </message>
    <message>
        <source>ثبت‌کننده</source>
        <translation>Registered by</translation>
    </message>
    <message>
        <source>منبع ثبت</source>
        <translation>Source of registration</translation>
    </message>
    <message>
        <source>سرپرست</source>
        <translation>Head of household</translation>
    </message>
    <message>
        <source>ماه ثبت</source>
        <translation>Month of registration</translation>
    </message>
    <message>
        <source>ساکن</source>
        <translation>Resident</translation>
    </message>
    <message>
        <source>ساکنان</source>
        <translation>Residents</translation>
    </message>
    <message>
        <source>شمارهٔ پرونده</source>
        <translation>File number</translation>
    </message>
    <message>
        <source>نسبت با سرپرست</source>
        <translation>Relation to the head</translation>
    </message>
    <message>
        <source>نام خانوادگی</source>
        <translation>Family name</translation>
    </message>
    <message>
        <source>نام پدر</source>
        <translation>Father&apos;s name</translation>
    </message>
    <message>
        <source>جنس</source>
        <translation>Sex</translation>
    </message>
    <message>
        <source>تاریخ تولد</source>
        <translation>Date of birth</translation>
    </message>
    <message>
        <source>سال تنها هم کافی است: ۱۳۶۲</source>
        <translation>The year alone is enough: 1362</translation>
    </message>
    <message>
        <source>دقت تاریخ تولد</source>
        <translation>Precision of the birth date</translation>
    </message>
    <message>
        <source>سن تقریبی</source>
        <translation>Approximate age</translation>
    </message>
    <message>
        <source>تنها وقتی تاریخ تولد روشن نیست</source>
        <translation>Only when the date of birth is not known</translation>
    </message>
    <message>
        <source>تاریخ برآورد سن</source>
        <translation>Date of the age estimate</translation>
    </message>
    <message>
        <source>تابعیت</source>
        <translation>Nationality</translation>
    </message>
    <message>
        <source>وضع تأهل</source>
        <translation>Marital status</translation>
    </message>
    <message>
        <source>وضع تحصیل</source>
        <translation>School status</translation>
    </message>
    <message>
        <source>وضع فعالیت</source>
        <translation>Activity status</translation>
    </message>
    <message>
        <source>شغل</source>
        <translation>Occupation</translation>
    </message>
    <message>
        <source>دلیل جویا نبودن کار</source>
        <translation>Reason for not seeking work</translation>
    </message>
    <message>
        <source>مهارت‌ها</source>
        <translation>Skills</translation>
    </message>
    <message>
        <source>علاقه‌مندی به کارگاه</source>
        <translation>Interested in workshops</translation>
    </message>
    <message>
        <source>بیمه</source>
        <translation>Insurance</translation>
    </message>
    <message>
        <source>بیمهٔ تکمیلی</source>
        <translation>Supplementary insurance</translation>
    </message>
    <message>
        <source>همراه از آنِ</source>
        <translation>Mobile belongs to</translation>
    </message>
    <message>
        <source>اگر از آنِ خود فرد نیست، برای نمونه: همسایه</source>
        <translation>If it is not the person&apos;s own, for example: a neighbour</translation>
    </message>
    <message>
        <source>اصلاح دستی «زن سرپرست»</source>
        <translation>Manual correction of “woman heading a household”</translation>
    </message>
    <message>
        <source>دلیل اصلاح</source>
        <translation>Reason for the correction</translation>
    </message>
    <message>
        <source>زن سرپرست خانوار</source>
        <translation>Woman heading a household</translation>
    </message>
    <message>
        <source>معتمد محله</source>
        <translation>Trusted local</translation>
    </message>
    <message>
        <source>همیار</source>
        <translation>Helper</translation>
    </message>
    <message>
        <source>رضایت</source>
        <translation>Consent</translation>
    </message>
    <message>
        <source>مدرک هویتی</source>
        <translation>Identity document</translation>
    </message>
    <message>
        <source>مدارک هویتی</source>
        <translation>Identity documents</translation>
    </message>
    <message>
        <source>فرد</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>نوع مدرک</source>
        <translation>Kind of document</translation>
    </message>
    <message>
        <source>شماره</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>چهار رقم پایانی</source>
        <translation>Last four digits</translation>
    </message>
    <message>
        <source>اصل مدرک دیده شد</source>
        <translation>The original was seen</translation>
    </message>
    <message>
        <source>تاریخ دیدن</source>
        <translation>Date seen</translation>
    </message>
    <message>
        <source>رضایت‌ها</source>
        <translation>Consents</translation>
    </message>
    <message>
        <source>دامنه</source>
        <translation>Scope</translation>
    </message>
    <message>
        <source>تاریخ</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>شیوه</source>
        <translation>Method</translation>
    </message>
    <message>
        <source>شاهد</source>
        <translation>Witness</translation>
    </message>
    <message>
        <source>نسخهٔ متن</source>
        <translation>Version of the text</translation>
    </message>
    <message>
        <source>تاریخ پس‌گرفتن</source>
        <translation>Date of withdrawal</translation>
    </message>
    <message>
        <source>شمارهٔ برگه</source>
        <translation>Form number</translation>
    </message>
    <message>
        <source>نیاز</source>
        <translation>Need</translation>
    </message>
    <message>
        <source>نیازها</source>
        <translation>Needs</translation>
    </message>
    <message>
        <source>شمارهٔ نیاز</source>
        <translation>Need number</translation>
    </message>
    <message>
        <source>سطح</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>حوزه</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>عنوان</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>شرح</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>فوریت</source>
        <translation>Priority</translation>
    </message>
    <message>
        <source>شمار خانوارهای حامی</source>
        <translation>Number of supporting households</translation>
    </message>
    <message>
        <source>مسئول پیگیری</source>
        <translation>Responsible for follow-up</translation>
    </message>
    <message>
        <source>اگر خالی بماند، برنامه از روی حوزه برمی‌گزیند.</source>
        <translation>If left empty, the program chooses by the field.</translation>
    </message>
    <message>
        <source>دستگاه مسئول</source>
        <translation>Responsible agency</translation>
    </message>
    <message>
        <source>نیازمند چند دستگاه</source>
        <translation>Needs several agencies</translation>
    </message>
    <message>
        <source>مهلت</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>اگر خالی بماند: فوریت اول ۷، فوریت دوم ۳۰ و عادی ۶۰ روز</source>
        <translation>If left empty: 7 days for priority 1, 30 for priority 2, 60 for normal</translation>
    </message>
    <message>
        <source>دلیل پایان</source>
        <translation>Reason for closing</translation>
    </message>
    <message>
        <source>توضیح پایان</source>
        <translation>Note on closing</translation>
    </message>
    <message>
        <source>تأیید متقاضی</source>
        <translation>Confirmed by the applicant</translation>
    </message>
    <message>
        <source>رضایت (۱ تا ۵)</source>
        <translation>Satisfaction (1 to 5)</translation>
    </message>
    <message>
        <source>آسیب هدف (سطح محله)</source>
        <translation>Targeted harm (neighbourhood level)</translation>
    </message>
    <message>
        <source>راه‌حل (بدون نام)</source>
        <translation>Solution (without names)</translation>
    </message>
    <message>
        <source>ارجاع به دستگاه</source>
        <translation>Refer to an agency</translation>
    </message>
    <message>
        <source>پیگیری در دفتر</source>
        <translation>Follow up in the office</translation>
    </message>
    <message>
        <source>ثبت پاسخ دستگاه</source>
        <translation>Record the agency&apos;s answer</translation>
    </message>
    <message>
        <source>در دست اقدام</source>
        <translation>In progress</translation>
    </message>
    <message>
        <source>ارجاع به دستگاه دیگر</source>
        <translation>Refer to another agency</translation>
    </message>
    <message>
        <source>برآورده شد</source>
        <translation>Met</translation>
    </message>
    <message>
        <source>دستگاه رد کرد</source>
        <translation>The agency rejected it</translation>
    </message>
    <message>
        <source>اعتراض یا دستگاه دیگر</source>
        <translation>Appeal or another agency</translation>
    </message>
    <message>
        <source>مختومه کردن</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>بازگشایی</source>
        <translation>Reopen</translation>
    </message>
    <message>
        <source>گام نیاز</source>
        <translation>Step of a need</translation>
    </message>
    <message>
        <source>گام‌های نیاز</source>
        <translation>Steps of needs</translation>
    </message>
    <message>
        <source>از</source>
        <translation>From</translation>
    </message>
    <message>
        <source>به</source>
        <translation>To</translation>
    </message>
    <message>
        <source>توضیح</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>ماه</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>ارجاع</source>
        <translation>Referral</translation>
    </message>
    <message>
        <source>ارجاع‌ها</source>
        <translation>Referrals</translation>
    </message>
    <message>
        <source>تاریخ ارسال</source>
        <translation>Date sent</translation>
    </message>
    <message>
        <source>مهلت پاسخ</source>
        <translation>Answer due</translation>
    </message>
    <message>
        <source>دارای دادهٔ شخصی</source>
        <translation>Contains personal data</translation>
    </message>
    <message>
        <source>نخستین پاسخ</source>
        <translation>First answer</translation>
    </message>
    <message>
        <source>شمار یادآوری</source>
        <translation>Number of reminders</translation>
    </message>
    <message>
        <source>پاسخ دستگاه</source>
        <translation>Agency answer</translation>
    </message>
    <message>
        <source>پاسخ‌های دستگاه</source>
        <translation>Agency answers</translation>
    </message>
    <message>
        <source>تاریخ دریافت</source>
        <translation>Date received</translation>
    </message>
    <message>
        <source>نوع پاسخ</source>
        <translation>Kind of answer</translation>
    </message>
    <message>
        <source>شمارهٔ نامهٔ پاسخ</source>
        <translation>Number of the answering letter</translation>
    </message>
    <message>
        <source>متن پاسخ</source>
        <translation>Text of the answer</translation>
    </message>
    <message>
        <source>تاریخ وعده</source>
        <translation>Promised date</translation>
    </message>
    <message>
        <source>هزینه (ریال)</source>
        <translation>Cost (rials)</translation>
    </message>
    <message>
        <source>مدرس</source>
        <translation>Instructor</translation>
    </message>
    <message>
        <source>مدرسان</source>
        <translation>Instructors</translation>
    </message>
    <message>
        <source>سازمان</source>
        <translation>Organization</translation>
    </message>
    <message>
        <source>کارگاه</source>
        <translation>Workshop</translation>
    </message>
    <message>
        <source>کارگاه‌ها</source>
        <translation>Workshops</translation>
    </message>
    <message>
        <source>کد کارگاه</source>
        <translation>Workshop code</translation>
    </message>
    <message>
        <source>گروه هدف</source>
        <translation>Target group</translation>
    </message>
    <message>
        <source>مکان</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>سازمان همکار</source>
        <translation>Partner organization</translation>
    </message>
    <message>
        <source>آغاز</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>پایان</source>
        <translation>End</translation>
    </message>
    <message>
        <source>شمار جلسه</source>
        <translation>Sessions</translation>
    </message>
    <message>
        <source>ساعت هر جلسه</source>
        <translation>Hours per session</translation>
    </message>
    <message>
        <source>ظرفیت</source>
        <translation>Capacity</translation>
    </message>
    <message>
        <source>ویژهٔ</source>
        <translation>For</translation>
    </message>
    <message>
        <source>نگهداری کودک</source>
        <translation>Childcare</translation>
    </message>
    <message>
        <source>شهریه</source>
        <translation>Fee</translation>
    </message>
    <message>
        <source>هزینه</source>
        <translation>Cost</translation>
    </message>
    <message>
        <source>دلیل لغو</source>
        <translation>Reason for cancelling</translation>
    </message>
    <message>
        <source>گشودن ثبت‌نام</source>
        <translation>Open enrolment</translation>
    </message>
    <message>
        <source>آغاز کارگاه</source>
        <translation>Start the workshop</translation>
    </message>
    <message>
        <source>پایان کارگاه</source>
        <translation>Finish the workshop</translation>
    </message>
    <message>
        <source>گزارش کارگاه</source>
        <translation>Workshop report</translation>
    </message>
    <message>
        <source>لغو کارگاه</source>
        <translation>Cancel the workshop</translation>
    </message>
    <message>
        <source>جلسهٔ کارگاه</source>
        <translation>Workshop session</translation>
    </message>
    <message>
        <source>جلسه‌های کارگاه</source>
        <translation>Workshop sessions</translation>
    </message>
    <message>
        <source>شمارهٔ جلسه</source>
        <translation>Session number</translation>
    </message>
    <message>
        <source>برگزار شد</source>
        <translation>Was held</translation>
    </message>
    <message>
        <source>موضوع</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>یادداشت</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>شرکت‌کننده بدون پرونده</source>
        <translation>Participants without a file</translation>
    </message>
    <message>
        <source>ثبت‌نام</source>
        <translation>Enrolment</translation>
    </message>
    <message>
        <source>ثبت‌نام‌ها</source>
        <translation>Enrolments</translation>
    </message>
    <message>
        <source>تاریخ ثبت‌نام</source>
        <translation>Enrolment date</translation>
    </message>
    <message>
        <source>نوبت</source>
        <translation>Place in the queue</translation>
    </message>
    <message>
        <source>حضور</source>
        <translation>Attendance</translation>
    </message>
    <message>
        <source>حضورها</source>
        <translation>Attendance</translation>
    </message>
    <message>
        <source>جلسه</source>
        <translation>Session</translation>
    </message>
    <message>
        <source>دقیقه</source>
        <translation>Minutes</translation>
    </message>
    <message>
        <source>زن</source>
        <translation>Female</translation>
    </message>
    <message>
        <source>مرد</source>
        <translation>Male</translation>
    </message>
    <message>
        <source>همسر</source>
        <translation>Spouse</translation>
    </message>
    <message>
        <source>فرزند</source>
        <translation>Child</translation>
    </message>
    <message>
        <source>عروس/داماد</source>
        <translation>Son/daughter-in-law</translation>
    </message>
    <message>
        <source>نوه/نبیره</source>
        <translation>Grandchild</translation>
    </message>
    <message>
        <source>پدر/مادر</source>
        <translation>Parent</translation>
    </message>
    <message>
        <source>خواهر/برادر</source>
        <translation>Sibling</translation>
    </message>
    <message>
        <source>پدر/مادر همسر</source>
        <translation>Parent-in-law</translation>
    </message>
    <message>
        <source>خواهر/برادر همسر</source>
        <translation>Brother/sister-in-law</translation>
    </message>
    <message>
        <source>سایر خویشاوندان</source>
        <translation>Other relative</translation>
    </message>
    <message>
        <source>غیرخویشاوند</source>
        <translation>Non relative</translation>
    </message>
    <message>
        <source>هرگز ازدواج‌نکرده</source>
        <translation>Never married</translation>
    </message>
    <message>
        <source>دارای همسر</source>
        <translation>Married</translation>
    </message>
    <message>
        <source>بی‌همسر بر اثر فوت</source>
        <translation>Widowed</translation>
    </message>
    <message>
        <source>بی‌همسر بر اثر طلاق</source>
        <translation>Divorced</translation>
    </message>
    <message>
        <source>نامشخص</source>
        <translation>Unknown</translation>
    </message>
    <message>
        <source>بی‌سواد</source>
        <translation>Illiterate</translation>
    </message>
    <message>
        <source>نهضت/سوادآموزی</source>
        <translation>Literacy class</translation>
    </message>
    <message>
        <source>ابتدایی</source>
        <translation>Primary</translation>
    </message>
    <message>
        <source>متوسطه اول (راهنمایی)</source>
        <translation>Lower secondary</translation>
    </message>
    <message>
        <source>متوسطه دوم (بدون دیپلم)</source>
        <translation>Upper secondary (no diploma)</translation>
    </message>
    <message>
        <source>دیپلم/پیش‌دانشگاهی</source>
        <translation>Diploma / pre-university</translation>
    </message>
    <message>
        <source>کاردانی</source>
        <translation>Associate degree</translation>
    </message>
    <message>
        <source>کارشناسی</source>
        <translation>Bachelor&apos;s degree</translation>
    </message>
    <message>
        <source>کارشناسی ارشد</source>
        <translation>Master&apos;s degree</translation>
    </message>
    <message>
        <source>دکترا</source>
        <translation>Doctorate</translation>
    </message>
    <message>
        <source>حوزوی</source>
        <translation>Seminary</translation>
    </message>
    <message>
        <source>مکتبی/غیررسمی</source>
        <translation>Traditional/informal</translation>
    </message>
    <message>
        <source>در حال تحصیل</source>
        <translation>Enrolled</translation>
    </message>
    <message>
        <source>ثبت‌نام‌نشده</source>
        <translation>Never enrolled</translation>
    </message>
    <message>
        <source>بازمانده از تحصیل</source>
        <translation>Dropped out</translation>
    </message>
    <message>
        <source>موضوعیت ندارد</source>
        <translation>Not applicable</translation>
    </message>
    <message>
        <source>شاغل</source>
        <translation>Employed</translation>
    </message>
    <message>
        <source>کارکن فامیلی بدون مزد</source>
        <translation>Unpaid family worker</translation>
    </message>
    <message>
        <source>کار فصلی/روزمزد</source>
        <translation>Seasonal/day labour</translation>
    </message>
    <message>
        <source>شغل خانگی</source>
        <translation>Home business</translation>
    </message>
    <message>
        <source>بیکار جویای کار</source>
        <translation>Unemployed, seeking work</translation>
    </message>
    <message>
        <source>بیکار غیرجویا</source>
        <translation>Unemployed, not seeking work</translation>
    </message>
    <message>
        <source>محصل</source>
        <translation>Student</translation>
    </message>
    <message>
        <source>خانه‌دار</source>
        <translation>Homemaker</translation>
    </message>
    <message>
        <source>بازنشسته</source>
        <translation>Retired</translation>
    </message>
    <message>
        <source>دارای درآمد بدون کار</source>
        <translation>Income without work</translation>
    </message>
    <message>
        <source>ناتوان از کار</source>
        <translation>Unable to work</translation>
    </message>
    <message>
        <source>سرباز</source>
        <translation>Conscript</translation>
    </message>
    <message>
        <source>سایر</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>مراقبت از خانواده</source>
        <translation>Caring for family</translation>
    </message>
    <message>
        <source>بیماری</source>
        <translation>Illness</translation>
    </message>
    <message>
        <source>نداشتن مهارت</source>
        <translation>No skill</translation>
    </message>
    <message>
        <source>ناامیدی از یافتن کار</source>
        <translation>Discouraged</translation>
    </message>
    <message>
        <source>نداشتن مدرک</source>
        <translation>No documents</translation>
    </message>
    <message>
        <source>نبود مهدکودک</source>
        <translation>No childcare</translation>
    </message>
    <message>
        <source>تأمین اجتماعی</source>
        <translation>Social security</translation>
    </message>
    <message>
        <source>بیمه سلامت همگانی</source>
        <translation>Universal health insurance</translation>
    </message>
    <message>
        <source>بیمه روستاییان و عشایر</source>
        <translation>Rural and nomads&apos; insurance</translation>
    </message>
    <message>
        <source>بیمه کارکنان دولت</source>
        <translation>Civil servants&apos; insurance</translation>
    </message>
    <message>
        <source>نیروهای مسلح</source>
        <translation>Armed forces</translation>
    </message>
    <message>
        <source>کمیته امداد</source>
        <translation>Relief Committee</translation>
    </message>
    <message>
        <source>سایر صندوق‌ها</source>
        <translation>Other fund</translation>
    </message>
    <message>
        <source>بدون بیمه</source>
        <translation>Uninsured</translation>
    </message>
    <message>
        <source>ملکی عرصه و اعیان</source>
        <translation>Owner of land and building</translation>
    </message>
    <message>
        <source>ملکی اعیان</source>
        <translation>Owner of the building only</translation>
    </message>
    <message>
        <source>اجاری</source>
        <translation>Rent</translation>
    </message>
    <message>
        <source>رهن/رهن و اجاره</source>
        <translation>Deposit / deposit and rent</translation>
    </message>
    <message>
        <source>در برابر خدمت</source>
        <translation>In return for service</translation>
    </message>
    <message>
        <source>وقفی</source>
        <translation>Endowment</translation>
    </message>
    <message>
        <source>رایگان</source>
        <translation>Free</translation>
    </message>
    <message>
        <source>فاقد سند/قولنامه‌ای</source>
        <translation>No title deed / informal contract</translation>
    </message>
    <message>
        <source>آپارتمان</source>
        <translation>Apartment</translation>
    </message>
    <message>
        <source>خانه ویلایی</source>
        <translation>House</translation>
    </message>
    <message>
        <source>اتاق</source>
        <translation>Room</translation>
    </message>
    <message>
        <source>آلونک/کپر</source>
        <translation>Shack</translation>
    </message>
    <message>
        <source>چادر</source>
        <translation>Tent</translation>
    </message>
    <message>
        <source>کانکس</source>
        <translation>Container</translation>
    </message>
    <message>
        <source>مشترک</source>
        <translation>Shared</translation>
    </message>
    <message>
        <source>آب</source>
        <translation>Water</translation>
    </message>
    <message>
        <source>برق</source>
        <translation>Power</translation>
    </message>
    <message>
        <source>گاز</source>
        <translation>Gas</translation>
    </message>
    <message>
        <source>فاضلاب</source>
        <translation>Sewage</translation>
    </message>
    <message>
        <source>اینترنت</source>
        <translation>Internet</translation>
    </message>
    <message>
        <source>بهزیستی</source>
        <translation>Welfare Organization</translation>
    </message>
    <message>
        <source>بنیاد شهید</source>
        <translation>Martyrs Foundation</translation>
    </message>
    <message>
        <source>خیریه</source>
        <translation>Charity</translation>
    </message>
    <message>
        <source>هیچ‌کدام</source>
        <translation>None</translation>
    </message>
    <message>
        <source>پشت نوبت</source>
        <translation>On the waiting list</translation>
    </message>
    <message>
        <source>ایرانی</source>
        <translation>Iranian</translation>
    </message>
    <message>
        <source>افغانستانی</source>
        <translation>Afghan</translation>
    </message>
    <message>
        <source>عراقی</source>
        <translation>Iraqi</translation>
    </message>
    <message>
        <source>پاکستانی</source>
        <translation>Pakistani</translation>
    </message>
    <message>
        <source>نامشخص/در حال تعیین تکلیف</source>
        <translation>Unknown / being determined</translation>
    </message>
    <message>
        <source>کد یکتای اتباع</source>
        <translation>Foreigner&apos;s unique code</translation>
    </message>
    <message>
        <source>کد/شناسه فراگیر</source>
        <translation>Inclusive code/ID</translation>
    </message>
    <message>
        <source>کارت آمایش</source>
        <translation>Amayesh card</translation>
    </message>
    <message>
        <source>کارت هویت ویژه</source>
        <translation>Special identity card</translation>
    </message>
    <message>
        <source>برگه سرشماری</source>
        <translation>Headcount slip</translation>
    </message>
    <message>
        <source>گذرنامه</source>
        <translation>Passport</translation>
    </message>
    <message>
        <source>شماره شناسنامه</source>
        <translation>Birth certificate number</translation>
    </message>
    <message>
        <source>کارت واکسن</source>
        <translation>Vaccination card</translation>
    </message>
    <message>
        <source>نامه دادگاه</source>
        <translation>Court letter</translation>
    </message>
    <message>
        <source>فاقد مدرک</source>
        <translation>No document</translation>
    </message>
    <message>
        <source>اجتماعی</source>
        <translation>Social</translation>
    </message>
    <message>
        <source>فرهنگی</source>
        <translation>Cultural</translation>
    </message>
    <message>
        <source>اقتصادی و اشتغال</source>
        <translation>Economy and employment</translation>
    </message>
    <message>
        <source>عمرانی و کالبدی</source>
        <translation>Construction and physical</translation>
    </message>
    <message>
        <source>بهداشت و درمان</source>
        <translation>Health care</translation>
    </message>
    <message>
        <source>آموزش و تحصیل</source>
        <translation>Education</translation>
    </message>
    <message>
        <source>خدمات شهری</source>
        <translation>Urban services</translation>
    </message>
    <message>
        <source>هویت و مدارک</source>
        <translation>Identity and documents</translation>
    </message>
    <message>
        <source>حقوقی</source>
        <translation>Legal</translation>
    </message>
    <message>
        <source>ورزش</source>
        <translation>Sport</translation>
    </message>
    <message>
        <source>محیط زیست</source>
        <translation>Environment</translation>
    </message>
    <message>
        <source>فردی</source>
        <translation>Individual</translation>
    </message>
    <message>
        <source>گروهی</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>محله‌ای</source>
        <translation>Neighbourhood</translation>
    </message>
    <message>
        <source>فوریت اول</source>
        <translation>Priority 1</translation>
    </message>
    <message>
        <source>فوریت دوم</source>
        <translation>Priority 2</translation>
    </message>
    <message>
        <source>عادی</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>تا حدی برآورده شد</source>
        <translation>Partly met</translation>
    </message>
    <message>
        <source>رد دستگاه</source>
        <translation>Rejected by the agency</translation>
    </message>
    <message>
        <source>فاقد شرایط</source>
        <translation>Not eligible</translation>
    </message>
    <message>
        <source>انصراف</source>
        <translation>Withdrawal</translation>
    </message>
    <message>
        <source>جابه‌جایی</source>
        <translation>Moved away</translation>
    </message>
    <message>
        <source>تکراری</source>
        <translation>Duplicate</translation>
    </message>
    <message>
        <source>عدم دسترسی</source>
        <translation>Unreachable</translation>
    </message>
    <message>
        <source>فوت</source>
        <translation>Death</translation>
    </message>
    <message>
        <source>خارج از وظایف</source>
        <translation>Out of scope</translation>
    </message>
    <message>
        <source>نبود اعتبار</source>
        <translation>No budget</translation>
    </message>
    <message>
        <source>حل توسط خود فرد</source>
        <translation>Solved by the resident</translation>
    </message>
    <message>
        <source>ثبت در دبیرخانه</source>
        <translation>Entered at the registry</translation>
    </message>
    <message>
        <source>پذیرش</source>
        <translation>Acceptance</translation>
    </message>
    <message>
        <source>انجام شد</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>نیازمند مدارک</source>
        <translation>Needs documents</translation>
    </message>
    <message>
        <source>رد</source>
        <translation>Rejection</translation>
    </message>
    <message>
        <source>مهارت‌های زندگی</source>
        <translation>Life skills</translation>
    </message>
    <message>
        <source>فرزندپروری</source>
        <translation>Parenting</translation>
    </message>
    <message>
        <source>مشاغل خانگی</source>
        <translation>Home-based jobs</translation>
    </message>
    <message>
        <source>تاب‌آوری اجتماعی</source>
        <translation>Social resilience</translation>
    </message>
    <message>
        <source>پیشگیری از اعتیاد</source>
        <translation>Addiction prevention</translation>
    </message>
    <message>
        <source>سوادآموزی</source>
        <translation>Literacy</translation>
    </message>
    <message>
        <source>آموزش بهداشت</source>
        <translation>Health education</translation>
    </message>
    <message>
        <source>آموزش حقوقی</source>
        <translation>Legal education</translation>
    </message>
    <message>
        <source>سواد رسانه/دیجیتال</source>
        <translation>Media/digital literacy</translation>
    </message>
    <message>
        <source>صنایع دستی</source>
        <translation>Handicraft</translation>
    </message>
    <message>
        <source>مهارت فنی</source>
        <translation>Technical skills</translation>
    </message>
    <message>
        <source>امداد و ایمنی</source>
        <translation>First aid and safety</translation>
    </message>
    <message>
        <source>کارآفرینی</source>
        <translation>Entrepreneurship</translation>
    </message>
    <message>
        <source>علوم اجتماعی</source>
        <translation>Social sciences</translation>
    </message>
    <message>
        <source>مددکاری</source>
        <translation>Social work</translation>
    </message>
    <message>
        <source>روانشناسی</source>
        <translation>Psychology</translation>
    </message>
    <message>
        <source>اقتصاد</source>
        <translation>Economics</translation>
    </message>
    <message>
        <source>شهرسازی</source>
        <translation>Urban planning</translation>
    </message>
    <message>
        <source>حقوق</source>
        <translation>Law</translation>
    </message>
    <message>
        <source>مدیریت</source>
        <translation>Management</translation>
    </message>
    <message>
        <source>دارد</source>
        <translation>Available</translation>
    </message>
    <message>
        <source>ندارد</source>
        <translation>Not available</translation>
    </message>
    <message>
        <source>مشترک یا غیررسمی</source>
        <translation>Shared or informal</translation>
    </message>
    <message>
        <source>آسیب‌پذیر</source>
        <translation>Vulnerable</translation>
    </message>
    <message>
        <source>حاشیه‌نشین</source>
        <translation>Marginal</translation>
    </message>
    <message>
        <source>کمتر توسعه‌یافته</source>
        <translation>Less developed</translation>
    </message>
    <message>
        <source>بافت فرسوده</source>
        <translation>Worn-out fabric</translation>
    </message>
    <message>
        <source>سکونتگاه غیررسمی</source>
        <translation>Informal settlement</translation>
    </message>
    <message>
        <source>روستای متصل</source>
        <translation>Attached village</translation>
    </message>
    <message>
        <source>زیر پوشش دفتر</source>
        <translation>Covered by the office</translation>
    </message>
    <message>
        <source>اعلام‌شده، در انتظار اعتبار</source>
        <translation>Announced, waiting for credit</translation>
    </message>
    <message>
        <source>بدون پوشش</source>
        <translation>Not covered</translation>
    </message>
    <message>
        <source>سرشماری</source>
        <translation>Census</translation>
    </message>
    <message>
        <source>خانه بهداشت</source>
        <translation>Health house</translation>
    </message>
    <message>
        <source>برآورد دفتر</source>
        <translation>Office estimate</translation>
    </message>
    <message>
        <source>شهرداری</source>
        <translation>Municipality</translation>
    </message>
    <message>
        <source>پیشنهادشده</source>
        <translation>Proposed</translation>
    </message>
    <message>
        <source>دارای مجوز</source>
        <translation>Licensed</translation>
    </message>
    <message>
        <source>تعلیق‌شده</source>
        <translation>Suspended</translation>
    </message>
    <message>
        <source>بسته‌شده</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>دستگاه اجرایی</source>
        <translation>State agency</translation>
    </message>
    <message>
        <source>سمن</source>
        <translation>NGO</translation>
    </message>
    <message>
        <source>مجری</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>شرکت</source>
        <translation>Company</translation>
    </message>
    <message>
        <source>دانشگاه</source>
        <translation>University</translation>
    </message>
    <message>
        <source>گروه محلی</source>
        <translation>Local group</translation>
    </message>
    <message>
        <source>پیوسته به خانوار</source>
        <translation>Joined the household</translation>
    </message>
    <message>
        <source>جابه‌جایی خانوار</source>
        <translation>Move the household</translation>
    </message>
    <message>
        <source>انحلال</source>
        <translation>Dissolve</translation>
    </message>
    <message>
        <source>بازگشت خانوار</source>
        <translation>Return of the household</translation>
    </message>
    <message>
        <source>ادغام‌شده در</source>
        <translation>Merged into</translation>
    </message>
    <message>
        <source>بازگشت</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>اصلاح فوت نادرست</source>
        <translation>Correct a wrong death</translation>
    </message>
    <message>
        <source>پایان اعتبار</source>
        <translation>Valid until</translation>
    </message>
    <message>
        <source>ولی یا سرپرست قانونی</source>
        <translation>Parent or legal guardian</translation>
    </message>
    <message>
        <source>خالی: برنامه از جنس، سن و نسبت می‌یابد</source>
        <translation>Empty: the program tells from sex, age and relation</translation>
    </message>
    <message>
        <source>برای نمونه: با برادرش زندگی می‌کند</source>
        <translation>For example: lives with her brother</translation>
    </message>
    <message>
        <source>برای رضایت شفاهی</source>
        <translation>For oral consent</translation>
    </message>
    <message>
        <source>برای کسی که هجده سال ندارد</source>
        <translation>For somebody under eighteen</translation>
    </message>
    <message>
        <source>دادهٔ حساس اگر خالی بماند ۲۴ ماه می‌ماند</source>
        <translation>Sensitive data: 24 months if left empty</translation>
    </message>
    <message>
        <source>دادهٔ حساس</source>
        <translation>Sensitive data</translation>
    </message>
    <message>
        <source>داده‌های حساس</source>
        <translation>Sensitive data</translation>
    </message>
    <message>
        <source>نوع معلولیت</source>
        <translation>Kind of disability</translation>
    </message>
    <message>
        <source>شدت معلولیت</source>
        <translation>Severity of the disability</translation>
    </message>
    <message>
        <source>بیماری دیرپا</source>
        <translation>Chronic illness</translation>
    </message>
    <message>
        <source>دلیل سرپرستی زن</source>
        <translation>Why a woman is the head</translation>
    </message>
    <message>
        <source>ماه زایمان</source>
        <translation>Month of childbirth</translation>
    </message>
    <message>
        <source>رأی همانندی</source>
        <translation>Verdict on doubles</translation>
    </message>
    <message>
        <source>رأی‌های همانندی</source>
        <translation>Verdicts on doubles</translation>
    </message>
    <message>
        <source>پروندهٔ یکم</source>
        <translation>First file</translation>
    </message>
    <message>
        <source>پروندهٔ دوم</source>
        <translation>Second file</translation>
    </message>
    <message>
        <source>رأی</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>ادغام پرونده</source>
        <translation>Merge of files</translation>
    </message>
    <message>
        <source>ادغام‌ها</source>
        <translation>Merges</translation>
    </message>
    <message>
        <source>پروندهٔ ماندگار</source>
        <translation>File that stays</translation>
    </message>
    <message>
        <source>پروندهٔ ادغام‌شده</source>
        <translation>Merged file</translation>
    </message>
    <message>
        <source>دلیل</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>مقدارهای برگزیده</source>
        <translation>Values chosen</translation>
    </message>
    <message>
        <source>رکوردهای جابه‌جاشده</source>
        <translation>Records moved</translation>
    </message>
    <message>
        <source>تاریخ ادغام</source>
        <translation>Date of the merge</translation>
    </message>
    <message>
        <source>تاریخ بازگشت</source>
        <translation>Date undone</translation>
    </message>
    <message>
        <source>معتمد محلی</source>
        <translation>Local trustee</translation>
    </message>
    <message>
        <source>معتمدان</source>
        <translation>Trustees</translation>
    </message>
    <message>
        <source>اگر پرونده دارد</source>
        <translation>If there is a file</translation>
    </message>
    <message>
        <source>اگر پرونده ندارد</source>
        <translation>If there is no file</translation>
    </message>
    <message>
        <source>دقت تاریخ</source>
        <translation>Precision of the date</translation>
    </message>
    <message>
        <source>گروه‌های محلی</source>
        <translation>Local groups</translation>
    </message>
    <message>
        <source>نام گروه</source>
        <translation>Name of the group</translation>
    </message>
    <message>
        <source>گونه</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>شمار اعضا</source>
        <translation>Number of members</translation>
    </message>
    <message>
        <source>عضو گروه</source>
        <translation>Group member</translation>
    </message>
    <message>
        <source>اعضای گروه</source>
        <translation>Group members</translation>
    </message>
    <message>
        <source>گروه</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>سمت در گروه</source>
        <translation>Post in the group</translation>
    </message>
    <message>
        <source>پایان عضویت</source>
        <translation>End of membership</translation>
    </message>
    <message>
        <source>ریال</source>
        <translation>rials</translation>
    </message>
    <message>
        <source>تومان</source>
        <translation>tomans</translation>
    </message>
    <message>
        <source>ریال جدید</source>
        <translation>new rials</translation>
    </message>
    <message>
        <source>هزار ریال</source>
        <translation>thousand rials</translation>
    </message>
    <message>
        <source>هزار تومان</source>
        <translation>thousand tomans</translation>
    </message>
    <message>
        <source>هزار ریال جدید</source>
        <translation>thousand new rials</translation>
    </message>
    <message>
        <source>میلیون ریال</source>
        <translation>million rials</translation>
    </message>
    <message>
        <source>میلیون تومان</source>
        <translation>million tomans</translation>
    </message>
    <message>
        <source>میلیون ریال جدید</source>
        <translation>million new rials</translation>
    </message>
    <message>
        <source>میلیارد ریال</source>
        <translation>billion rials</translation>
    </message>
    <message>
        <source>میلیارد تومان</source>
        <translation>billion tomans</translation>
    </message>
    <message>
        <source>میلیارد ریال جدید</source>
        <translation>billion new rials</translation>
    </message>
    <message>
        <source>هزار میلیارد ریال</source>
        <translation>thousand billion rials</translation>
    </message>
    <message>
        <source>هزار میلیارد تومان</source>
        <translation>thousand billion tomans</translation>
    </message>
    <message>
        <source>هزار میلیارد ریال جدید</source>
        <translation>thousand billion new rials</translation>
    </message>
    <message>
        <source>تریلیون ریال</source>
        <translation>trillion rials</translation>
    </message>
    <message>
        <source>تریلیون تومان</source>
        <translation>trillion tomans</translation>
    </message>
    <message>
        <source>تریلیون ریال جدید</source>
        <translation>trillion new rials</translation>
    </message>
    <message>
        <source>قران</source>
        <translation>qirans</translation>
    </message>
    <message>
        <source>شناسه</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>خانوار در دفتر</source>
        <translation>Household in the office</translation>
    </message>
    <message>
        <source>شمارهٔ مدرک</source>
        <translation>Document number</translation>
    </message>
    <message>
        <source>سال تولد</source>
        <translation>Year of birth</translation>
    </message>
    <message>
        <source>ماه تولد</source>
        <translation>Month of birth</translation>
    </message>
    <message>
        <source>روز تولد</source>
        <translation>Day of birth</translation>
    </message>
    <message>
        <source>شیوهٔ رضایت</source>
        <translation>Method of consent</translation>
    </message>
    <message>
        <source>تاریخ رضایت</source>
        <translation>Date of consent</translation>
    </message>
    <message>
        <source>شاهد رضایت</source>
        <translation>Witness of the consent</translation>
    </message>
    <message>
        <source>وضعیت خانوار</source>
        <translation>Status of the household</translation>
    </message>
    <message>
        <source>تاریخ وضعیت خانوار</source>
        <translation>Date of the household&apos;s status</translation>
    </message>
    <message>
        <source>برای نمونه: زاهدان</source>
        <translation>For example: Zahedan</translation>
    </message>
    <message>
        <source>چه کسانی بازگشتند</source>
        <translation>Who came back</translation>
    </message>
    <message>
        <source>خالی: همهٔ کسانی که با آن رفتند</source>
        <translation>Empty: all who left with it</translation>
    </message>
    <message>
        <source>سرپرست تازه</source>
        <translation>New head</translation>
    </message>
    <message>
        <source>کسی که از این پس سرپرست خانوار است</source>
        <translation>Who is the head of the household from now on</translation>
    </message>
    <message>
        <source>اعضا</source>
        <translation>Members</translation>
    </message>
    <message>
        <source>سرپرست خانوار تازه</source>
        <translation>Head of the new household</translation>
    </message>
    <message>
        <source>محلهٔ خانوار تازه</source>
        <translation>Neighbourhood of the new household</translation>
    </message>
    <message>
        <source>سرپرست خانوار پیشین</source>
        <translation>Head of the former household</translation>
    </message>
    <message>
        <source>تنها اگر سرپرست می‌رود</source>
        <translation>Only if the head leaves</translation>
    </message>
    <message>
        <source>نسبت‌ها با سرپرست تازه</source>
        <translation>Relations to the new head</translation>
    </message>
    <message>
        <source>به خانوار</source>
        <translation>To the household</translation>
    </message>
    <message>
        <source>تنها اگر سرپرست می‌رود و کسی می‌ماند</source>
        <translation>Only if the head leaves and somebody stays</translation>
    </message>
    <message>
        <source>حاکمیتی</source>
        <translation>Governance</translation>
    </message>
    <message>
        <source>مدیر دفتر</source>
        <translation>Office manager</translation>
    </message>
    <message>
        <source>کارشناس</source>
        <translation>Expert</translation>
    </message>
    <message>
        <source>تسهیلگر</source>
        <translation>Facilitator</translation>
    </message>
    <message>
        <source>مددکار</source>
        <translation>Social worker</translation>
    </message>
    <message>
        <source>ورود داده</source>
        <translation>Data entry</translation>
    </message>
    <message>
        <source>ناظر فرمانداری</source>
        <translation>County governorate supervisor</translation>
    </message>
    <message>
        <source>کارشناس استانداری</source>
        <translation>Provincial officer</translation>
    </message>
    <message>
        <source>مدیرکل استانداری</source>
        <translation>Provincial director general</translation>
    </message>
    <message>
        <source>حسابرس</source>
        <translation>Auditor</translation>
    </message>
    <message>
        <source>مدیر سامانه</source>
        <translation>System administrator</translation>
    </message>
    <message>
        <source>جابه‌جا شده</source>
        <translation>Moved</translation>
    </message>
    <message>
        <source>منحل</source>
        <translation>Dissolved</translation>
    </message>
    <message>
        <source>ادغام‌شده</source>
        <translation>Merged</translation>
    </message>
    <message>
        <source>محوشده</source>
        <translation>Erased</translation>
    </message>
    <message>
        <source>فوت‌شده</source>
        <translation>Deceased</translation>
    </message>
    <message>
        <source>مراجعه</source>
        <translation>Office visit</translation>
    </message>
    <message>
        <source>بازدید منزل</source>
        <translation>Home visit</translation>
    </message>
    <message>
        <source>رویداد</source>
        <translation>Event</translation>
    </message>
    <message>
        <source>ورود فایل</source>
        <translation>File import</translation>
    </message>
    <message>
        <source>بسیار کم</source>
        <translation>Very low</translation>
    </message>
    <message>
        <source>کم</source>
        <translation>Low</translation>
    </message>
    <message>
        <source>میانه</source>
        <translation>Middle</translation>
    </message>
    <message>
        <source>بالاتر از میانه</source>
        <translation>Above middle</translation>
    </message>
    <message>
        <source>بالا</source>
        <translation>High</translation>
    </message>
    <message>
        <source>نمی‌گوید</source>
        <translation>Not told</translation>
    </message>
    <message>
        <source>روز</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>بدون رضایت</source>
        <translation>No consent</translation>
    </message>
    <message>
        <source>پایه</source>
        <translation>Basic</translation>
    </message>
    <message>
        <source>حساس</source>
        <translation>Sensitive</translation>
    </message>
    <message>
        <source>پس‌گرفته</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>امضا</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>اثر انگشت</source>
        <translation>Fingerprint</translation>
    </message>
    <message>
        <source>شفاهی با شاهد</source>
        <translation>Oral with a witness</translation>
    </message>
    <message>
        <source>رضایت نداد</source>
        <translation>Did not consent</translation>
    </message>
    <message>
        <source>جسمی‌حرکتی</source>
        <translation>Physical</translation>
    </message>
    <message>
        <source>بینایی</source>
        <translation>Visual</translation>
    </message>
    <message>
        <source>شنوایی</source>
        <translation>Hearing</translation>
    </message>
    <message>
        <source>گفتار و صوت</source>
        <translation>Speech and voice</translation>
    </message>
    <message>
        <source>ذهنی</source>
        <translation>Intellectual</translation>
    </message>
    <message>
        <source>اعصاب و روان</source>
        <translation>Mental health</translation>
    </message>
    <message>
        <source>طیف اوتیسم</source>
        <translation>Autism spectrum</translation>
    </message>
    <message>
        <source>چندگانه</source>
        <translation>Multiple</translation>
    </message>
    <message>
        <source>خفیف</source>
        <translation>Mild</translation>
    </message>
    <message>
        <source>متوسط</source>
        <translation>Moderate</translation>
    </message>
    <message>
        <source>شدید</source>
        <translation>Severe</translation>
    </message>
    <message>
        <source>خیلی شدید</source>
        <translation>Very severe</translation>
    </message>
    <message>
        <source>همسر فوت‌شده</source>
        <translation>Husband died</translation>
    </message>
    <message>
        <source>مطلقه</source>
        <translation>Divorced</translation>
    </message>
    <message>
        <source>دختر خودسرپرست</source>
        <translation>Unmarried, providing for herself</translation>
    </message>
    <message>
        <source>همسر ازکارافتاده/بیمار</source>
        <translation>Husband disabled or ill</translation>
    </message>
    <message>
        <source>همسر غایب/متواری/مفقود</source>
        <translation>Husband absent, fled or missing</translation>
    </message>
    <message>
        <source>همان فرد است</source>
        <translation>The same person</translation>
    </message>
    <message>
        <source>فرد دیگری است</source>
        <translation>Another person</translation>
    </message>
    <message>
        <source>امام جماعت</source>
        <translation>Prayer leader</translation>
    </message>
    <message>
        <source>مدیر مدرسه</source>
        <translation>School principal</translation>
    </message>
    <message>
        <source>ریش‌سفید</source>
        <translation>Elder</translation>
    </message>
    <message>
        <source>کاسب</source>
        <translation>Shopkeeper</translation>
    </message>
    <message>
        <source>بهورز</source>
        <translation>Community health worker</translation>
    </message>
    <message>
        <source>عضو شورایاری</source>
        <translation>Member of the neighbourhood council</translation>
    </message>
    <message>
        <source>آموزگار</source>
        <translation>Teacher</translation>
    </message>
    <message>
        <source>کارگروه محله</source>
        <translation>Neighbourhood working group</translation>
    </message>
    <message>
        <source>گروه همیار</source>
        <translation>Helpers&apos; group</translation>
    </message>
    <message>
        <source>گروه بانوان</source>
        <translation>Women&apos;s group</translation>
    </message>
    <message>
        <source>گروه جوانان</source>
        <translation>Youth group</translation>
    </message>
    <message>
        <source>گروه ورزشی</source>
        <translation>Sports group</translation>
    </message>
    <message>
        <source>هیئت مذهبی</source>
        <translation>Religious association</translation>
    </message>
    <message>
        <source>اهالی</source>
        <translation>Residents</translation>
    </message>
    <message>
        <source>معتمد</source>
        <translation>Trusted local</translation>
    </message>
    <message>
        <source>بازدید</source>
        <translation>Visit</translation>
    </message>
    <message>
        <source>ثبت‌شده</source>
        <translation>Noted</translation>
    </message>
    <message>
        <source>ارجاع‌شده</source>
        <translation>Referred</translation>
    </message>
    <message>
        <source>پاسخ داده‌شده</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>برآورده</source>
        <translation>Met</translation>
    </message>
    <message>
        <source>رد شده</source>
        <translation>Rejected</translation>
    </message>
    <message>
        <source>مختومه</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>نامه</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>حضوری</source>
        <translation>In person</translation>
    </message>
    <message>
        <source>به دست متقاضی</source>
        <translation>Handed to the applicant</translation>
    </message>
    <message>
        <source>فرستاده</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>پاسخ‌گرفته</source>
        <translation>Answer received</translation>
    </message>
    <message>
        <source>برنامه‌ریزی</source>
        <translation>Planning</translation>
    </message>
    <message>
        <source>در حال برگزاری</source>
        <translation>Running</translation>
    </message>
    <message>
        <source>پایان‌یافته</source>
        <translation>Finished</translation>
    </message>
    <message>
        <source>پیش‌شمارهٔ نامه‌ها</source>
        <translation>Prefix of letter numbers</translation>
    </message>
    <message>
        <source>برای نمونه «کر-۰۳»؛ اگر خالی بماند، برنامه از استان و کد دفتر می‌سازد.</source>
        <translation>Two letters of the province and a number; if left empty it is made of the province and the office code.</translation>
    </message>
    <message>
        <source>مدارکی که می‌خواهد</source>
        <translation>Documents it asks for</translation>
    </message>
    <message>
        <source>هر مدرک در یک سطر؛ برای متقاضی چاپ می‌شود.</source>
        <translation>One document a line; printed for the applicant.</translation>
    </message>
    <message>
        <source>رابط دستگاه</source>
        <translation>Agency contact</translation>
    </message>
    <message>
        <source>رابط‌های دستگاه‌ها</source>
        <translation>Agency contacts</translation>
    </message>
    <message>
        <source>پروژه</source>
        <translation>Project</translation>
    </message>
    <message>
        <source>پروژه‌ها</source>
        <translation>Projects</translation>
    </message>
    <message>
        <source>شمار بهره‌مندان</source>
        <translation>Beneficiaries</translation>
    </message>
    <message>
        <source>شغل ایجادشده</source>
        <translation>Jobs created</translation>
    </message>
    <message>
        <source>تکرارِ نیاز</source>
        <translation>Duplicate of need</translation>
    </message>
    <message>
        <source>تاریخ آگاه کردن متقاضی</source>
        <translation>Applicant told on</translation>
    </message>
    <message>
        <source>دست‌کم یک ارجاع زنده با دستگاه و تاریخ می‌خواهد.</source>
        <translation>Needs at least one live referral with an agency and a date.</translation>
    </message>
    <message>
        <source>برای هر دستگاهی که نام برده شود ارجاعی با تاریخ نوشته می‌شود؛ فرستادن دادهٔ شخصی رضایت زنده می‌خواهد.</source>
        <translation>A dated referral is written for every agency that is named; sending personal data needs a live consent.</translation>
    </message>
    <message>
        <source>برای نیازی که به چند دستگاه می‌رود</source>
        <translation>For a need that goes to several agencies</translation>
    </message>
    <message>
        <source>دفتر خودش کار را می‌کند؛ آنچه می‌کند نوشته می‌شود.</source>
        <translation>The office does the work itself; what it does is written down.</translation>
    </message>
    <message>
        <source>پاسخی جز ثبت در دبیرخانه می‌خواهد که پس از آخرین ارجاع رسیده باشد؛ گام می‌تواند خود پاسخ را بیاورد.</source>
        <translation>Needs an answer other than a registry receipt, received after the last referral; the step may bring the answer itself.</translation>
    </message>
    <message>
        <source>پاسخی جز رد یا ارجاع به دیگری می‌خواهد؛ تاریخ وعده نزد پاسخ نوشته می‌شود.</source>
        <translation>Needs an answer other than a rejection or redirection; the promised date is written with the answer.</translation>
    </message>
    <message>
        <source>ارجاع تازه‌ای می‌خواهد؛ ارجاع‌های بی‌پاسخ پیشین با همان تاریخ پس گرفته می‌شوند، مگر نیاز چند دستگاه بخواهد.</source>
        <translation>Needs a new referral; earlier unanswered ones are withdrawn on the same date, unless the need asks for several agencies.</translation>
    </message>
    <message>
        <source>از متقاضی پرسیده می‌شود؛ اگر تأیید نکند، پاسخ «انجام شد» یا توضیحی که آن را نشان دهد لازم است.</source>
        <translation>The applicant is asked; without a confirmation, an answer “done” or a note that shows it is needed.</translation>
    </message>
    <message>
        <source>دلیل پایان «برآورده شد» است، یا «تا حدی برآورده شد».</source>
        <translation>The reason of the end is “met”, or “partly met”.</translation>
    </message>
    <message>
        <source>دلیل از پاسخ رد دستگاه می‌آید، یا نوشته می‌شود؛ تاریخ آگاه کردن متقاضی لازم است.</source>
        <translation>The reason comes from the agency&apos;s rejection or is written; the day the applicant was told is needed.</translation>
    </message>
    <message>
        <source>آنچه دربارهٔ پایان نوشته شده بود پاک می‌شود.</source>
        <translation>What was written about the end is cleared.</translation>
    </message>
    <message>
        <source>فوریت اول را تنها مدیر مختومه می‌کند؛ «تکراری» نیاز دیگر را می‌خواهد.</source>
        <translation>Only the manager closes a first-urgency need; “duplicate” asks for the other need.</translation>
    </message>
    <message>
        <source>تا ۹۰ روز پس از برآورده شدن، با دلیل.</source>
        <translation>Within 90 days after it was met, with a reason.</translation>
    </message>
    <message>
        <source>نامه‌ها</source>
        <translation>Letters</translation>
    </message>
    <message>
        <source>سو</source>
        <translation>Direction</translation>
    </message>
    <message>
        <source>عنوان گیرنده</source>
        <translation>Recipient title</translation>
    </message>
    <message>
        <source>اگر خالی بماند، عنوان دستگاه در نامه</source>
        <translation>If left empty, the agency&apos;s letter title</translation>
    </message>
    <message>
        <source>متن</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>شمار پیوست</source>
        <translation>Attachments</translation>
    </message>
    <message>
        <source>رونوشت</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source>طبقه‌بندی</source>
        <translation>Classification</translation>
    </message>
    <message>
        <source>بازگشت به</source>
        <translation>In reply to</translation>
    </message>
    <message>
        <source>پیرو</source>
        <translation>Following</translation>
    </message>
    <message>
        <source>شمارهٔ فرستنده</source>
        <translation>Sender&apos;s number</translation>
    </message>
    <message>
        <source>شمارهٔ نامهٔ رسیده نزد فرستنده</source>
        <translation>The sender&apos;s own number of the letter</translation>
    </message>
    <message>
        <source>تاریخ نامهٔ فرستنده</source>
        <translation>Sender&apos;s date</translation>
    </message>
    <message>
        <source>شمارهٔ ثبت دبیرخانهٔ گیرنده</source>
        <translation>Recipient&apos;s registry number</translation>
    </message>
    <message>
        <source>دربارهٔ</source>
        <translation>About</translation>
    </message>
    <message>
        <source>دادهٔ شخصی در نامه</source>
        <translation>Personal data in the letter</translation>
    </message>
    <message>
        <source>اگر خالی بماند، مدیر دفتر</source>
        <translation>If left empty, the office manager</translation>
    </message>
    <message>
        <source>زمان چاپ</source>
        <translation>Printed at</translation>
    </message>
    <message>
        <source>چکیدهٔ پرونده</source>
        <translation>File hash</translation>
    </message>
    <message>
        <source>دلیل پس‌گرفتن</source>
        <translation>Reason of withdrawal</translation>
    </message>
    <message>
        <source>نامهٔ رسیده</source>
        <translation>Letter received</translation>
    </message>
    <message>
        <source>ارجاع در یادآوری</source>
        <translation>Referral in a reminder</translation>
    </message>
    <message>
        <source>ارجاع‌های یادآوری‌شده</source>
        <translation>Referrals in reminders</translation>
    </message>
    <message>
        <source>مراجعه یا بازدید</source>
        <translation>Visit</translation>
    </message>
    <message>
        <source>مراجعه‌ها و بازدیدها</source>
        <translation>Visits</translation>
    </message>
    <message>
        <source>اگر خالی بماند، امروز</source>
        <translation>If left empty, today</translation>
    </message>
    <message>
        <source>برای راهنمایی بی‌نام، خالی بگذارید.</source>
        <translation>Leave empty for guidance without a name.</translation>
    </message>
    <message>
        <source>اگر خالی بماند، خود شما</source>
        <translation>If left empty, yourself</translation>
    </message>
    <message>
        <source>خلاصه</source>
        <translation>Summary</translation>
    </message>
    <message>
        <source>اقدام بعدی</source>
        <translation>Next action</translation>
    </message>
    <message>
        <source>انجام اقدام بعدی</source>
        <translation>Next action done on</translation>
    </message>
    <message>
        <source>به روزی دیگر گذاشتن</source>
        <translation>Postponement</translation>
    </message>
    <message>
        <source>کارهای به روزی دیگر گذاشته</source>
        <translation>Postponements</translation>
    </message>
    <message>
        <source>کار</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>پرونده</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>رسیده</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>یادآوری</source>
        <translation>Reminder</translation>
    </message>
    <message>
        <source>دعوت</source>
        <translation>Invitation</translation>
    </message>
    <message>
        <source>عمومی</source>
        <translation>General</translation>
    </message>
    <message>
        <source>همراه گزارش</source>
        <translation>Report cover</translation>
    </message>
    <message>
        <source>سپاس</source>
        <translation>Thanks</translation>
    </message>
    <message>
        <source>فوری</source>
        <translation>Urgent</translation>
    </message>
    <message>
        <source>خیلی فوری</source>
        <translation>Very urgent</translation>
    </message>
    <message>
        <source>آنی</source>
        <translation>Immediate</translation>
    </message>
    <message>
        <source>محرمانه</source>
        <translation>Confidential</translation>
    </message>
    <message>
        <source>چهار رقم پایانی کد ملی</source>
        <translation>Last four digits of the national ID</translation>
    </message>
    <message>
        <source>کد ملی کامل</source>
        <translation>Full national ID</translation>
    </message>
    <message>
        <source>شمارهٔ همراه</source>
        <translation>Mobile number</translation>
    </message>
    <message>
        <source>مراجعه به دفتر</source>
        <translation>Office visit</translation>
    </message>
    <message>
        <source>مشاوره</source>
        <translation>Consultation</translation>
    </message>
    <message>
        <source>راهنمایی</source>
        <translation>Guidance</translation>
    </message>
    <message>
        <source>پیگیری</source>
        <translation>Follow-up</translation>
    </message>
    <message>
        <source>بازدید میدانی</source>
        <translation>Field survey</translation>
    </message>
    <message>
        <source>شناسایی ظرفیت</source>
        <translation>Capacity survey</translation>
    </message>
    <message>
        <source>وعدهٔ دستگاه</source>
        <translation>Agency&apos;s promise</translation>
    </message>
    <message>
        <source>ساخت</source>
        <translation>Building</translation>
    </message>
    <message>
        <source>تجهیز</source>
        <translation>Equipping</translation>
    </message>
    <message>
        <source>تعمیر</source>
        <translation>Repair</translation>
    </message>
    <message>
        <source>خدمات</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>پیشنهاد</source>
        <translation>Proposal</translation>
    </message>
    <message>
        <source>مصوب</source>
        <translation>Approved</translation>
    </message>
    <message>
        <source>در حال اجرا</source>
        <translation>Under way</translation>
    </message>
    <message>
        <source>متوقف</source>
        <translation>Stopped</translation>
    </message>
    <message>
        <source>گزارش‌شده</source>
        <translation>Reported</translation>
    </message>
    <message>
        <source>لغوشده</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>زنان</source>
        <translation>Women</translation>
    </message>
    <message>
        <source>مردان</source>
        <translation>Men</translation>
    </message>
    <message>
        <source>مختلط</source>
        <translation>Mixed</translation>
    </message>
    <message>
        <source>ثبت‌نام‌شده</source>
        <translation>Enrolled</translation>
    </message>
    <message>
        <source>در نوبت</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>تکمیل‌کرده</source>
        <translation>Completed</translation>
    </message>
    <message>
        <source>ناتمام</source>
        <translation>Not completed</translation>
    </message>
    <message>
        <source>حاضر</source>
        <translation>Present</translation>
    </message>
    <message>
        <source>تأخیر</source>
        <translation>Late</translation>
    </message>
    <message>
        <source>غایب</source>
        <translation>Absent</translation>
    </message>
    <message>
        <source>موجه</source>
        <translation>Excused</translation>
    </message>
    <message>
        <source>زنان سرپرست خانوار</source>
        <translation>Women heading households</translation>
    </message>
    <message>
        <source>مادران</source>
        <translation>Mothers</translation>
    </message>
    <message>
        <source>جوانان</source>
        <translation>Youth</translation>
    </message>
    <message>
        <source>کودکان</source>
        <translation>Children</translation>
    </message>
    <message>
        <source>سالمندان</source>
        <translation>Elderly people</translation>
    </message>
    <message>
        <source>جویندگان کار</source>
        <translation>Job seekers</translation>
    </message>
    <message>
        <source>افراد دارای معلولیت</source>
        <translation>People with disabilities</translation>
    </message>
    <message>
        <source>اتباع خارجی</source>
        <translation>Foreign nationals</translation>
    </message>
    <message>
        <source>همهٔ اهالی</source>
        <translation>All residents</translation>
    </message>
    <message>
        <source>کمیته امداد امام خمینی (ره)</source>
        <translation>Imam Khomeini Relief Committee</translation>
    </message>
    <message>
        <source>اورژانس اجتماعی (۱۲۳)</source>
        <translation>Social Emergency (123)</translation>
    </message>
    <message>
        <source>مرکز بهداشت</source>
        <translation>Health center</translation>
    </message>
    <message>
        <source>آموزش فنی و حرفه‌ای</source>
        <translation>Technical and Vocational Training</translation>
    </message>
    <message>
        <source>آموزش و پرورش</source>
        <translation>Ministry of Education</translation>
    </message>
    <message>
        <source>سازمان نهضت سوادآموزی</source>
        <translation>Literacy Movement Organization</translation>
    </message>
    <message>
        <source>ثبت احوال</source>
        <translation>Civil Registration</translation>
    </message>
    <message>
        <source>اداره‌کل امور اتباع و مهاجرین خارجی</source>
        <translation>Bureau for Aliens and Foreign Immigrants&apos; Affairs</translation>
    </message>
    <message>
        <source>بیمه سلامت ایران</source>
        <translation>Iran Health Insurance</translation>
    </message>
    <message>
        <source>اداره تعاون، کار و رفاه اجتماعی</source>
        <translation>Department of Cooperatives, Labour and Social Welfare</translation>
    </message>
    <message>
        <source>ورزش و جوانان</source>
        <translation>Sports and Youth</translation>
    </message>
    <message>
        <source>فرهنگ و ارشاد اسلامی</source>
        <translation>Culture and Islamic Guidance</translation>
    </message>
    <message>
        <source>کانون پرورش فکری کودکان و نوجوانان</source>
        <translation>Institute for the Intellectual Development of Children and Young Adults</translation>
    </message>
    <message>
        <source>میراث فرهنگی، گردشگری و صنایع دستی</source>
        <translation>Cultural Heritage, Tourism and Handicrafts</translation>
    </message>
    <message>
        <source>آبفا</source>
        <translation>Water and Wastewater Company</translation>
    </message>
    <message>
        <source>توزیع برق</source>
        <translation>Power distribution</translation>
    </message>
    <message>
        <source>مخابرات</source>
        <translation>Telecommunication</translation>
    </message>
    <message>
        <source>راه و شهرسازی</source>
        <translation>Roads and Urban Development</translation>
    </message>
    <message>
        <source>پلیس پیشگیری</source>
        <translation>Preventive Police</translation>
    </message>
    <message>
        <source>معاونت پیشگیری دادگستری</source>
        <translation>Judiciary&apos;s Deputy for Crime Prevention</translation>
    </message>
    <message>
        <source>جمعیت هلال احمر</source>
        <translation>Red Crescent Society</translation>
    </message>
    <message>
        <source>فرمانداری</source>
        <translation>County Governorate</translation>
    </message>
    <message>
        <source>دفتر امور اجتماعی و فرهنگی استانداری</source>
        <translation>Social and Cultural Bureau of the Provincial Government</translation>
    </message>
    <message>
        <source>مسجد</source>
        <translation>Mosque</translation>
    </message>
    <message>
        <source>اعتیاد</source>
        <translation>Addiction</translation>
    </message>
    <message>
        <source>طلاق</source>
        <translation>Divorce</translation>
    </message>
    <message>
        <source>حاشیه‌نشینی</source>
        <translation>Marginal settlement</translation>
    </message>
    <message>
        <source>مفاسد اخلاقی</source>
        <translation>Moral corruption</translation>
    </message>
    <message>
        <source>مناطق حاد و بحرانی</source>
        <translation>Acute and critical areas</translation>
    </message>
    <message>
        <source>بیکاری</source>
        <translation>Unemployment</translation>
    </message>
    <message>
        <source>فقر</source>
        <translation>Poverty</translation>
    </message>
    <message>
        <source>کار کودک</source>
        <translation>Child labour</translation>
    </message>
    <message>
        <source>بازماندگی از تحصیل</source>
        <translation>Dropping out of school</translation>
    </message>
    <message>
        <source>خشونت خانگی</source>
        <translation>Domestic violence</translation>
    </message>
    <message>
        <source>تکدی‌گری</source>
        <translation>Begging</translation>
    </message>
    <message>
        <source>خودکشی</source>
        <translation>Suicide</translation>
    </message>
    <message>
        <source>سرقت</source>
        <translation>Theft</translation>
    </message>
    <message>
        <source>آسیب‌های فضای مجازی</source>
        <translation>Online harms</translation>
    </message>
    <message>
        <source>بی‌شناسنامگی</source>
        <translation>Lack of identity documents</translation>
    </message>
    <message>
        <source>رهاشدگی سالمند</source>
        <translation>Abandoned elderly people</translation>
    </message>
    <message>
        <source>اسلام‌آبادغرب</source>
        <translation>Eslamabad-e Gharb</translation>
    </message>
    <message>
        <source>کرمانشاه</source>
        <translation>Kermanshah</translation>
    </message>
    <message>
        <source>پاوه</source>
        <translation>Paveh</translation>
    </message>
    <message>
        <source>سرپل‌ذهاب</source>
        <translation>Sarpol-e Zahab</translation>
    </message>
    <message>
        <source>سنقر</source>
        <translation>Sonqor</translation>
    </message>
    <message>
        <source>قصرشیرین</source>
        <translation>Qasr-e Shirin</translation>
    </message>
    <message>
        <source>کنگاور</source>
        <translation>Kangavar</translation>
    </message>
    <message>
        <source>گیلانغرب</source>
        <translation>Gilan-e Gharb</translation>
    </message>
    <message>
        <source>جوانرود</source>
        <translation>Javanrud</translation>
    </message>
    <message>
        <source>صحنه</source>
        <translation>Sahneh</translation>
    </message>
    <message>
        <source>هرسین</source>
        <translation>Harsin</translation>
    </message>
    <message>
        <source>ثلاث باباجانی</source>
        <translation>Salas-e Babajani</translation>
    </message>
    <message>
        <source>دالاهو</source>
        <translation>Dalahu</translation>
    </message>
    <message>
        <source>روانسر</source>
        <translation>Ravansar</translation>
    </message>
    <message>
        <source>آبادان</source>
        <translation>Abadan</translation>
    </message>
    <message>
        <source>اندیمشک</source>
        <translation>Andimeshk</translation>
    </message>
    <message>
        <source>اهواز</source>
        <translation>Ahvaz</translation>
    </message>
    <message>
        <source>ایذه</source>
        <translation>Izeh</translation>
    </message>
    <message>
        <source>بندرماهشهر</source>
        <translation>Bandar-e Mahshahr</translation>
    </message>
    <message>
        <source>بهبهان</source>
        <translation>Behbahan</translation>
    </message>
    <message>
        <source>خرمشهر</source>
        <translation>Khorramshahr</translation>
    </message>
    <message>
        <source>دزفول</source>
        <translation>Dezful</translation>
    </message>
    <message>
        <source>دشت آزادگان</source>
        <translation>Dasht-e Azadegan</translation>
    </message>
    <message>
        <source>رامهرمز</source>
        <translation>Ramhormoz</translation>
    </message>
    <message>
        <source>شادگان</source>
        <translation>Shadegan</translation>
    </message>
    <message>
        <source>شوشتر</source>
        <translation>Shushtar</translation>
    </message>
    <message>
        <source>مسجدسلیمان</source>
        <translation>Masjed Soleyman</translation>
    </message>
    <message>
        <source>شوش</source>
        <translation>Shush</translation>
    </message>
    <message>
        <source>باغ‌ملک</source>
        <translation>Bagh-e Malek</translation>
    </message>
    <message>
        <source>امیدیه</source>
        <translation>Omidiyeh</translation>
    </message>
    <message>
        <source>لالی</source>
        <translation>Lali</translation>
    </message>
    <message>
        <source>هندیجان</source>
        <translation>Hendijan</translation>
    </message>
    <message>
        <source>رامشیر</source>
        <translation>Ramshir</translation>
    </message>
    <message>
        <source>گتوند</source>
        <translation>Gotvand</translation>
    </message>
    <message>
        <source>اندیکا</source>
        <translation>Andika</translation>
    </message>
    <message>
        <source>هفتکل</source>
        <translation>Haftkel</translation>
    </message>
    <message>
        <source>هویزه</source>
        <translation>Hoveyzeh</translation>
    </message>
    <message>
        <source>باوی</source>
        <translation>Bavi</translation>
    </message>
    <message>
        <source>حمیدیه</source>
        <translation>Hamidiyeh</translation>
    </message>
    <message>
        <source>آغاجاری</source>
        <translation>Aghajari</translation>
    </message>
    <message>
        <source>کارون</source>
        <translation>Karun</translation>
    </message>
    <message>
        <source>کرخه</source>
        <translation>Karkheh</translation>
    </message>
    <message>
        <source>دزپارت</source>
        <translation>Dezpart</translation>
    </message>
    <message>
        <source>صیدون</source>
        <translation>Seydun</translation>
    </message>
    <message>
        <source>بافت</source>
        <translation>Baft</translation>
    </message>
    <message>
        <source>بم</source>
        <translation>Bam</translation>
    </message>
    <message>
        <source>جیرفت</source>
        <translation>Jiroft</translation>
    </message>
    <message>
        <source>رفسنجان</source>
        <translation>Rafsanjan</translation>
    </message>
    <message>
        <source>زرند</source>
        <translation>Zarand</translation>
    </message>
    <message>
        <source>سیرجان</source>
        <translation>Sirjan</translation>
    </message>
    <message>
        <source>شهربابک</source>
        <translation>Shahr-e Babak</translation>
    </message>
    <message>
        <source>کرمان</source>
        <translation>Kerman</translation>
    </message>
    <message>
        <source>کهنوج</source>
        <translation>Kahnuj</translation>
    </message>
    <message>
        <source>بردسیر</source>
        <translation>Bardsir</translation>
    </message>
    <message>
        <source>راور</source>
        <translation>Ravar</translation>
    </message>
    <message>
        <source>عنبرآباد</source>
        <translation>Anbarabad</translation>
    </message>
    <message>
        <source>منوجان</source>
        <translation>Manujan</translation>
    </message>
    <message>
        <source>کوهبنان</source>
        <translation>Kuhbanan</translation>
    </message>
    <message>
        <source>رودبار جنوب</source>
        <translation>Rudbar-e Jonubi</translation>
    </message>
    <message>
        <source>قلعه‌گنج</source>
        <translation>Qaleh Ganj</translation>
    </message>
    <message>
        <source>ریگان</source>
        <translation>Rigan</translation>
    </message>
    <message>
        <source>رابر</source>
        <translation>Rabor</translation>
    </message>
    <message>
        <source>فهرج</source>
        <translation>Fahraj</translation>
    </message>
    <message>
        <source>انار</source>
        <translation>Anar</translation>
    </message>
    <message>
        <source>نرماشیر</source>
        <translation>Narmashir</translation>
    </message>
    <message>
        <source>فاریاب</source>
        <translation>Faryab</translation>
    </message>
    <message>
        <source>ارزوئیه</source>
        <translation>Arzuiyeh</translation>
    </message>
    <message>
        <source>گنبکی</source>
        <translation>Gonbaki</translation>
    </message>
    <message>
        <source>جازموریان</source>
        <translation>Jazmurian</translation>
    </message>
    <message>
        <source>اردستان</source>
        <translation>Ardestan</translation>
    </message>
    <message>
        <source>اصفهان</source>
        <translation>Isfahan</translation>
    </message>
    <message>
        <source>خمینی‌شهر</source>
        <translation>Khomeyni Shahr</translation>
    </message>
    <message>
        <source>خوانسار</source>
        <translation>Khansar</translation>
    </message>
    <message>
        <source>سمیرم</source>
        <translation>Semirom</translation>
    </message>
    <message>
        <source>فریدن</source>
        <translation>Faridan</translation>
    </message>
    <message>
        <source>فریدونشهر</source>
        <translation>Fereydunshahr</translation>
    </message>
    <message>
        <source>فلاورجان</source>
        <translation>Falavarjan</translation>
    </message>
    <message>
        <source>شهرضا</source>
        <translation>Shahreza</translation>
    </message>
    <message>
        <source>کاشان</source>
        <translation>Kashan</translation>
    </message>
    <message>
        <source>گلپایگان</source>
        <translation>Golpayegan</translation>
    </message>
    <message>
        <source>لنجان</source>
        <translation>Lenjan</translation>
    </message>
    <message>
        <source>نایین</source>
        <translation>Nain</translation>
    </message>
    <message>
        <source>نجف‌آباد</source>
        <translation>Najafabad</translation>
    </message>
    <message>
        <source>نطنز</source>
        <translation>Natanz</translation>
    </message>
    <message>
        <source>شاهین‌شهر و میمه</source>
        <translation>Shahin Shahr and Meymeh</translation>
    </message>
    <message>
        <source>مبارکه</source>
        <translation>Mobarakeh</translation>
    </message>
    <message>
        <source>آران و بیدگل</source>
        <translation>Aran and Bidgol</translation>
    </message>
    <message>
        <source>تیران و کرون</source>
        <translation>Tiran and Karvan</translation>
    </message>
    <message>
        <source>چادگان</source>
        <translation>Chadegan</translation>
    </message>
    <message>
        <source>دهاقان</source>
        <translation>Dehaqan</translation>
    </message>
    <message>
        <source>برخوار</source>
        <translation>Borkhar</translation>
    </message>
    <message>
        <source>خور و بیابانک</source>
        <translation>Khur and Biabanak</translation>
    </message>
    <message>
        <source>بوئین و میاندشت</source>
        <translation>Buin and Miandasht</translation>
    </message>
    <message>
        <source>کوهپایه</source>
        <translation>Kuhpayeh</translation>
    </message>
    <message>
        <source>جرقویه</source>
        <translation>Jarqavieh</translation>
    </message>
    <message>
        <source>ورزنه</source>
        <translation>Varzaneh</translation>
    </message>
    <message>
        <source>هرند</source>
        <translation>Harand</translation>
    </message>
    <message>
        <source>ایرانشهر</source>
        <translation>Iranshahr</translation>
    </message>
    <message>
        <source>چابهار</source>
        <translation>Chabahar</translation>
    </message>
    <message>
        <source>خاش</source>
        <translation>Khash</translation>
    </message>
    <message>
        <source>زابل</source>
        <translation>Zabol</translation>
    </message>
    <message>
        <source>زاهدان</source>
        <translation>Zahedan</translation>
    </message>
    <message>
        <source>سراوان</source>
        <translation>Saravan</translation>
    </message>
    <message>
        <source>نیک‌شهر</source>
        <translation>Nikshahr</translation>
    </message>
    <message>
        <source>راسک</source>
        <translation>Rask</translation>
    </message>
    <message>
        <source>کنارک</source>
        <translation>Konarak</translation>
    </message>
    <message>
        <source>زهک</source>
        <translation>Zehak</translation>
    </message>
    <message>
        <source>هیرمند</source>
        <translation>Hirmand</translation>
    </message>
    <message>
        <source>دلگان</source>
        <translation>Dalgan</translation>
    </message>
    <message>
        <source>مهرستان</source>
        <translation>Mehrestan</translation>
    </message>
    <message>
        <source>سیب و سوران</source>
        <translation>Sib and Suran</translation>
    </message>
    <message>
        <source>نیمروز</source>
        <translation>Nimruz</translation>
    </message>
    <message>
        <source>هامون</source>
        <translation>Hamun</translation>
    </message>
    <message>
        <source>میرجاوه</source>
        <translation>Mirjaveh</translation>
    </message>
    <message>
        <source>قصرقند</source>
        <translation>Qasr-e Qand</translation>
    </message>
    <message>
        <source>فنوج</source>
        <translation>Fanuj</translation>
    </message>
    <message>
        <source>بمپور</source>
        <translation>Bampur</translation>
    </message>
    <message>
        <source>تفتان</source>
        <translation>Taftan</translation>
    </message>
    <message>
        <source>دشتیاری</source>
        <translation>Dashtiari</translation>
    </message>
    <message>
        <source>گلشن</source>
        <translation>Golshan</translation>
    </message>
    <message>
        <source>لاشار</source>
        <translation>Lashar</translation>
    </message>
    <message>
        <source>زرآباد</source>
        <translation>Zarabad</translation>
    </message>
    <message>
        <source>بوئین‌زهرا</source>
        <translation>Buin Zahra</translation>
    </message>
    <message>
        <source>تاکستان</source>
        <translation>Takestan</translation>
    </message>
    <message>
        <source>قزوین</source>
        <translation>Qazvin</translation>
    </message>
    <message>
        <source>آبیک</source>
        <translation>Abyek</translation>
    </message>
    <message>
        <source>البرز</source>
        <translation>Alborz</translation>
    </message>
    <message>
        <source>آوج</source>
        <translation>Avaj</translation>
    </message>
    <message>
        <source>ثبت پایه</source>
        <translation>Basic registration</translation>
    </message>
    <message>
        <source>تماس تلفنی</source>
        <translation>Telephone calls</translation>
    </message>
    <message>
        <source>عکس</source>
        <translation>Photographs</translation>
    </message>
    <message>
        <source>نسخهٔ برنامه</source>
        <translation>Version of the program</translation>
    </message>
    <message>
        <source>به‌روزرسانی برنامه</source>
        <translation>Program updated</translation>
    </message>
    <message>
        <source>بازگشت به نسخهٔ پیشین برنامه</source>
        <translation>Program taken back to the version before</translation>
    </message>
    <message>
        <source>فرستادن به استان</source>
        <translation>Sending to the province</translation>
    </message>
    <message>
        <source>دادهٔ حساس: نوع معلولیت</source>
        <translation>Sensitive data: kind of disability</translation>
    </message>
    <message>
        <source>دادهٔ حساس: بیماری دیرپا</source>
        <translation>Sensitive data: chronic illness</translation>
    </message>
    <message>
        <source>دادهٔ حساس: دلیل سرپرستی زن</source>
        <translation>Sensitive data: why a woman is the head</translation>
    </message>
    <message>
        <source>دادهٔ حساس: ماه زایمان</source>
        <translation>Sensitive data: month of childbirth</translation>
    </message>
    <message>
        <source>دادهٔ حساس: دامنهٔ درآمد</source>
        <translation>Sensitive data: income band</translation>
    </message>
    <message>
        <source>دادهٔ حساس: تحت پوشش</source>
        <translation>Sensitive data: supported by</translation>
    </message>
    <message>
        <source>ارجاع به کمیته امداد امام خمینی (ره)</source>
        <translation>Referral to Imam Khomeini Relief Committee</translation>
    </message>
    <message>
        <source>ارجاع به بهزیستی</source>
        <translation>Referral to Welfare Organization</translation>
    </message>
    <message>
        <source>ارجاع به اورژانس اجتماعی (۱۲۳)</source>
        <translation>Referral to Social Emergency (123)</translation>
    </message>
    <message>
        <source>ارجاع به شهرداری</source>
        <translation>Referral to Municipality</translation>
    </message>
    <message>
        <source>ارجاع به مرکز بهداشت</source>
        <translation>Referral to Health center</translation>
    </message>
    <message>
        <source>ارجاع به آموزش فنی و حرفه‌ای</source>
        <translation>Referral to Technical and Vocational Training</translation>
    </message>
    <message>
        <source>ارجاع به آموزش و پرورش</source>
        <translation>Referral to Ministry of Education</translation>
    </message>
    <message>
        <source>ارجاع به سازمان نهضت سوادآموزی</source>
        <translation>Referral to Literacy Movement Organization</translation>
    </message>
    <message>
        <source>ارجاع به ثبت احوال</source>
        <translation>Referral to Civil Registration</translation>
    </message>
    <message>
        <source>ارجاع به اداره‌کل امور اتباع و مهاجرین خارجی</source>
        <translation>Referral to Bureau for Aliens and Foreign Immigrants&apos; Affairs</translation>
    </message>
    <message>
        <source>ارجاع به بیمه سلامت ایران</source>
        <translation>Referral to Iran Health Insurance</translation>
    </message>
    <message>
        <source>ارجاع به تأمین اجتماعی</source>
        <translation>Referral to Social security</translation>
    </message>
    <message>
        <source>ارجاع به اداره تعاون، کار و رفاه اجتماعی</source>
        <translation>Referral to Department of Cooperatives, Labour and Social Welfare</translation>
    </message>
    <message>
        <source>ارجاع به ورزش و جوانان</source>
        <translation>Referral to Sports and Youth</translation>
    </message>
    <message>
        <source>ارجاع به فرهنگ و ارشاد اسلامی</source>
        <translation>Referral to Culture and Islamic Guidance</translation>
    </message>
    <message>
        <source>ارجاع به کانون پرورش فکری کودکان و نوجوانان</source>
        <translation>Referral to Institute for the Intellectual Development of Children and Young Adults</translation>
    </message>
    <message>
        <source>ارجاع به میراث فرهنگی، گردشگری و صنایع دستی</source>
        <translation>Referral to Cultural Heritage, Tourism and Handicrafts</translation>
    </message>
    <message>
        <source>ارجاع به آبفا</source>
        <translation>Referral to Water and Wastewater Company</translation>
    </message>
    <message>
        <source>ارجاع به توزیع برق</source>
        <translation>Referral to Power distribution</translation>
    </message>
    <message>
        <source>ارجاع به گاز</source>
        <translation>Referral to Gas</translation>
    </message>
    <message>
        <source>ارجاع به مخابرات</source>
        <translation>Referral to Telecommunication</translation>
    </message>
    <message>
        <source>ارجاع به راه و شهرسازی</source>
        <translation>Referral to Roads and Urban Development</translation>
    </message>
    <message>
        <source>ارجاع به پلیس پیشگیری</source>
        <translation>Referral to Preventive Police</translation>
    </message>
    <message>
        <source>ارجاع به معاونت پیشگیری دادگستری</source>
        <translation>Referral to Judiciary&apos;s Deputy for Crime Prevention</translation>
    </message>
    <message>
        <source>ارجاع به جمعیت هلال احمر</source>
        <translation>Referral to Red Crescent Society</translation>
    </message>
    <message>
        <source>ارجاع به محیط زیست</source>
        <translation>Referral to Environment</translation>
    </message>
    <message>
        <source>ارجاع به فرمانداری</source>
        <translation>Referral to County Governorate</translation>
    </message>
    <message>
        <source>ارجاع به دفتر امور اجتماعی و فرهنگی استانداری</source>
        <translation>Referral to Social and Cultural Bureau of the Provincial Government</translation>
    </message>
    <message>
        <source>ارجاع به مسجد</source>
        <translation>Referral to Mosque</translation>
    </message>
    <message>
        <source>ارجاع به سمن</source>
        <translation>Referral to NGO</translation>
    </message>
    <message>
        <source>ارجاع به خیریه</source>
        <translation>Referral to Charity</translation>
    </message>
    <message>
        <source>ارجاع به شرکت</source>
        <translation>Referral to Company</translation>
    </message>
    <message>
        <source>ارجاع به دانشگاه</source>
        <translation>Referral to University</translation>
    </message>
    <message>
        <source>حضورهای پیش از پنج سال</source>
        <translation>Attendance of more than five years ago</translation>
    </message>
    <message>
        <source>بی‌نام در شمار حاضران جلسه می‌ماند</source>
        <translation>stays without a name in the session’s count of who came</translation>
    </message>
    <message>
        <source>خانوار ثبت‌شدهٔ ماه</source>
        <translation>Households registered in the month</translation>
    </message>
    <message>
        <source>شمار خانوارهایی که تاریخ ثبتشان در ماه است.</source>
        <translation>Number of households whose registration date lies in the month.</translation>
    </message>
    <message>
        <source>جمعیت ثبت‌شدهٔ فعال</source>
        <translation>Active registered residents</translation>
    </message>
    <message>
        <source>شمار ساکنانی که در پایان ماه فعال‌اند.</source>
        <translation>Number of residents who are active at the end of the month.</translation>
    </message>
    <message>
        <source>نرخ پوشش</source>
        <translation>Coverage rate</translation>
    </message>
    <message>
        <source>ساکنان فعال پایان ماه بخش بر تازه‌ترین جمعیت محله‌ها تا سال گزارش؛ محلهٔ بی‌آمار جمعیت به حساب نمی‌آید.</source>
        <translation>Residents active at the end of the month divided by the latest population of the neighbourhoods up to the year of the report; a neighbourhood without population figures does not count.</translation>
    </message>
    <message>
        <source>مراجعات و بازدیدها</source>
        <translation>Visits</translation>
    </message>
    <message>
        <source>شمار مراجعه‌ها و بازدیدهای ماه، از هر نوع.</source>
        <translation>Number of visits of every type in the month.</translation>
    </message>
    <message>
        <source>نیازهای تازه</source>
        <translation>New needs</translation>
    </message>
    <message>
        <source>شمار نیازهایی که تاریخ ثبتشان در ماه است.</source>
        <translation>Number of needs whose registration date lies in the month.</translation>
    </message>
    <message>
        <source>نیازهای باز پایان ماه</source>
        <translation>Needs open at the end of the month</translation>
    </message>
    <message>
        <source>شمار نیازهایی که در پایان ماه ثبت‌شده، ارجاع‌شده، پاسخ‌گرفته یا در دست اقدام‌اند.</source>
        <translation>Number of needs that are noted, referred, answered or in progress at the end of the month.</translation>
    </message>
    <message>
        <source>نیازهای برآورده‌شده</source>
        <translation>Needs met</translation>
    </message>
    <message>
        <source>شمار نیازهایی که در ماه به «برآورده» رسیده‌اند؛ هر نیاز یک بار.</source>
        <translation>Number of needs that became “met” in the month; each need once.</translation>
    </message>
    <message>
        <source>نرخ برآورده‌شدن</source>
        <translation>Rate of needs met</translation>
    </message>
    <message>
        <source>نیازهای برآوردهٔ ماه بخش بر نیازهای برآورده، ردشده و مختومهٔ ماه؛ هر نیاز در هر دسته یک بار.</source>
        <translation>Needs met in the month divided by those met, rejected and closed in it; each need once in each group.</translation>
    </message>
    <message>
        <source>نیازهای معطل‌مانده</source>
        <translation>Overdue needs</translation>
    </message>
    <message>
        <source>نیازهای باز پایان ماه که مهلتشان پیش از آخرین روز ماه بوده است؛ عمر نیاز از تاریخ ثبت تا پایان ماه شمرده می‌شود.</source>
        <translation>Needs open at the end of the month that were due before its last day; the age of a need runs from its registration to the end of the month.</translation>
    </message>
    <message>
        <source>میانهٔ عمر نیازهای باز</source>
        <translation>Median age of open needs</translation>
    </message>
    <message>
        <source>نرخ پاسخ درون‌ماه</source>
        <translation>Response rate within the month</translation>
    </message>
    <message>
        <source>از ارجاع‌های فرستاده تا پایان ماه که پیش از ماه پس گرفته یا پاسخ داده نشده بودند، سهم پاسخ‌گرفته‌ها تا پایان ماه؛ ثبت در دبیرخانه پاسخ نیست.</source>
        <translation>Of the referrals sent until the end of the month and not withdrawn or answered before it, the share answered by its end; a registry receipt is no answer.</translation>
    </message>
    <message>
        <source>نرخ پاسخ ۳۰ روزه (ماه پیش)</source>
        <translation>30-day response rate (month before)</translation>
    </message>
    <message>
        <source>از ارجاع‌های ماه پیش که پس گرفته نشده و تا پایان این ماه ۳۰ روزشان گذشته، سهم آن‌ها که تا ۳۰ روز پاسخ گرفته‌اند.</source>
        <translation>Of the referrals of the month before that were not withdrawn and whose 30 days have passed by the end of this month, the share answered within 30 days.</translation>
    </message>
    <message>
        <source>نارس (۳۰ روزشان نرسیده)</source>
        <translation>Immature (30 days not yet passed)</translation>
    </message>
    <message>
        <source>میانهٔ روز تا نخستین پاسخ</source>
        <translation>Median days to the first answer</translation>
    </message>
    <message>
        <source>میانهٔ روزهای میان ارسال و نخستین پاسخ، در ارجاع‌هایی که نخستین پاسخشان در ماه رسیده؛ پاسخ همان روز صفر است.</source>
        <translation>Median of the days from sending to the first answer, of referrals first answered in the month; an answer on the same day is zero.</translation>
    </message>
    <message>
        <source>نخستین پاسخ‌های ماه</source>
        <translation>First answers in the month</translation>
    </message>
    <message>
        <source>ارجاع بی‌پاسخ</source>
        <translation>Unanswered referrals</translation>
    </message>
    <message>
        <source>میانهٔ عمر بی‌پاسخ‌ها</source>
        <translation>Median age of the unanswered</translation>
    </message>
    <message>
        <source>قدیمی‌ترین بی‌پاسخ</source>
        <translation>Oldest unanswered</translation>
    </message>
    <message>
        <source>نفر-ساعت آموزش</source>
        <translation>Person-hours of training</translation>
    </message>
    <message>
        <source>جمع حاضران و باتأخیرها × ساعت جلسه، در جلسه‌های برگزارشدهٔ ماه؛ اگر دقیقه ثبت شده، جمع دقیقه‌ها بخش بر ۶۰.</source>
        <translation>Sum of those present or late × hours of the session, over the sessions held in the month; where minutes were recorded, the sum of minutes divided by 60.</translation>
    </message>
    <message>
        <source>شرکت‌کنندهٔ یکتا</source>
        <translation>Distinct participants</translation>
    </message>
    <message>
        <source>شمار افراد جدا که دست‌کم در یک جلسهٔ ماه حاضر بوده‌اند؛ شرکت‌کنندهٔ بدون پرونده و رویدادها به حساب نمی‌آیند.</source>
        <translation>Number of different people who were present at one session of the month or more; participants without a file and events do not count.</translation>
    </message>
    <message>
        <source>سهم مأموریت اجتماعی</source>
        <translation>Share of the social mission</translation>
    </message>
    <message>
        <source>سهم مأموریت اجتماعی (به دقیقه)</source>
        <translation>Share of the social mission (by minutes)</translation>
    </message>
    <message>
        <source>همان سهم از دقیقه‌های کار؛ فعالیتی که دقیقه‌اش نوشته نشده «بی‌داده» است.</source>
        <translation>The same share of minutes worked; an activity without minutes counts as missing.</translation>
    </message>
    <message>
        <source>فعالیت هر همکار</source>
        <translation>Activities per colleague</translation>
    </message>
    <message>
        <source>کار باز هر تسهیلگر</source>
        <translation>Open work per facilitator</translation>
    </message>
    <message>
        <source>این خانه خالی است.</source>
        <translation>This field is empty.</translation>
    </message>
    <message>
        <source>حداکثر {limit} نویسه مجاز است.</source>
        <translation>At most {limit} characters are allowed.</translation>
    </message>
    <message>
        <source>دست‌کم {limit} نویسه لازم است.</source>
        <translation>At least {limit} characters are needed.</translation>
    </message>
    <message>
        <source>نباید از {limit} کمتر باشد.</source>
        <translation>It must not be less than {limit}.</translation>
    </message>
    <message>
        <source>نباید از {limit} بیشتر باشد.</source>
        <translation>It must not be more than {limit}.</translation>
    </message>
    <message>
        <source>یک عدد بنویسید.</source>
        <translation>Write a number.</translation>
    </message>
    <message>
        <source>یک عدد درست (بدون اعشار) بنویسید.</source>
        <translation>Write a whole number (without decimals).</translation>
    </message>
    <message>
        <source>پاسخ «بله» یا «خیر» است.</source>
        <translation>The answer is “yes” or “no”.</translation>
    </message>
    <message>
        <source>«{given}» در فهرست این خانه نیست.</source>
        <translation>“{given}” is not in the list of this field.</translation>
    </message>
    <message>
        <source>خانه‌ای به نام «{given}» در این پرونده نیست.</source>
        <translation>This record has no field named “{given}”.</translation>
    </message>
    <message>
        <source>متن بنویسید.</source>
        <translation>Write text.</translation>
    </message>
    <message>
        <source>فهرستی از مقدارها لازم است.</source>
        <translation>A list of values is needed.</translation>
    </message>
    <message>
        <source>ردیف {number}: «{label}» درست نیست.</source>
        <translation>Row {number}: “{label}” is wrong.</translation>
    </message>
    <message>
        <source>رکوردی با این نشانی پیدا نشد.</source>
        <translation>No record was found at this id.</translation>
    </message>
    <message>
        <source>سال نباید پیش از ۱۲۷۷ باشد.</source>
        <translation>The year must not be before 1277.</translation>
    </message>
    <message>
        <source>تاریخ نمی‌تواند پس از امروز باشد.</source>
        <translation>The date cannot be after today.</translation>
    </message>
    <message>
        <source>این خانه را برنامه پر می‌کند و تغییر نمی‌پذیرد.</source>
        <translation>The program fills this field; it cannot be changed.</translation>
    </message>
    <message>
        <source>تاریخ نادرست است؛ مانند ۱۴۰۴/۰۶/۱۵ بنویسید.</source>
        <translation>The date is wrong; write it like 1404/06/15.</translation>
    </message>
    <message>
        <source>این روز در تقویم نیست.</source>
        <translation>This day is not in the calendar.</translation>
    </message>
    <message>
        <source>سال باید از ۱۲۰۶ تا ۱۴۹۸ باشد.</source>
        <translation>The year must be from 1206 to 1498.</translation>
    </message>
    <message>
        <source>ساعت را مانند ۱۰:۳۰ بنویسید.</source>
        <translation>Write the time like 10:30.</translation>
    </message>
    <message>
        <source>نام فقط حرف فارسی، فاصله و خط تیره می‌پذیرد.</source>
        <translation>A name takes only Persian letters, spaces and hyphens.</translation>
    </message>
    <message>
        <source>نام دست‌کم دو حرف دارد.</source>
        <translation>A name has at least two letters.</translation>
    </message>
    <message>
        <source>کد ملی ده رقم دارد.</source>
        <translation>A national ID has ten digits.</translation>
    </message>
    <message>
        <source>کد ملی ده رقم دارد؛ آیا {padded} منظورتان است؟</source>
        <translation>A national ID has ten digits; do you mean {padded}?</translation>
    </message>
    <message>
        <source>رقم کنترل نادرست است؛ رقم‌ها را دوباره ببینید.</source>
        <translation>The check digit is wrong; look at the digits again.</translation>
    </message>
    <message>
        <source>همهٔ رقم‌ها یکسان‌اند؛ این کد ملی نیست.</source>
        <translation>All digits are the same; this is no national ID.</translation>
    </message>
    <message>
        <source>شمارهٔ همراه با ۰۹ آغاز می‌شود و ۱۱ رقم دارد.</source>
        <translation>A mobile number begins with 09 and has 11 digits.</translation>
    </message>
    <message>
        <source>شمارهٔ تلفن با پیش‌شمارهٔ استان ۱۱ رقم دارد.</source>
        <translation>A telephone number with the province&apos;s prefix has 11 digits.</translation>
    </message>
    <message>
        <source>شمارهٔ تلفن یا همراه ۱۱ رقم دارد و با صفر آغاز می‌شود.</source>
        <translation>A telephone or mobile number has 11 digits and begins with zero.</translation>
    </message>
    <message>
        <source>کد پستی ده رقم دارد و رقم‌هایش یکسان نیست.</source>
        <translation>A postal code has ten digits, not all the same.</translation>
    </message>
    <message>
        <source>این کد ۸ تا ۱۶ رقم دارد.</source>
        <translation>This code has 8 to 16 digits.</translation>
    </message>
    <message>
        <source>گذرنامه ۶ تا ۱۲ حرف لاتین و رقم دارد.</source>
        <translation>A passport number has 6 to 12 Latin letters and digits.</translation>
    </message>
    <message>
        <source>شناسهٔ ملی ۱۱ رقم دارد و رقم کنترل آن باید درست باشد.</source>
        <translation>A national legal ID has 11 digits with a right check digit.</translation>
    </message>
    <message>
        <source>شمارهٔ پرونده درست نیست؛ رقم کنترل آن نمی‌خواند.</source>
        <translation>The file number is wrong; its check digit does not match.</translation>
    </message>
    <message>
        <source>واحد مبلغ را بنویسید: ریال یا تومان.</source>
        <translation>Write the unit of the amount: rials or tomans.</translation>
    </message>
    <message>
        <source>این مبلغ کسری از یک ریال دارد؛ آن را درست بنویسید.</source>
        <translation>This amount has a fraction of a rial; write it whole.</translation>
    </message>
    <message>
        <source>این مبلغ بزرگ‌تر از آن است که نگه داشته شود.</source>
        <translation>This amount is too large to be kept.</translation>
    </message>
    <message>
        <source>کد دفتر چهار رقم است.</source>
        <translation>An office code has four digits.</translation>
    </message>
    <message>
        <source>محله‌ای به همین نام در این شهر ثبت شده است.</source>
        <translation>A neighbourhood of this name is already registered in this city.</translation>
    </message>
    <message>
        <source>محله نمی‌تواند زیرمجموعهٔ خودش باشد.</source>
        <translation>A neighbourhood cannot be part of itself.</translation>
    </message>
    <message>
        <source>این محله در آن تاریخ زیر پوشش دفتر نیست.</source>
        <translation>The office did not cover this neighbourhood on that date.</translation>
    </message>
    <message>
        <source>جمعیت این محله برای همین سال و همین منبع ثبت شده است.</source>
        <translation>The population of this neighbourhood is already recorded for this year and source.</translation>
    </message>
    <message>
        <source>این تاریخ پیش از آغاز است.</source>
        <translation>This date is before the start.</translation>
    </message>
    <message>
        <source>ساعت پایان باید پس از آغاز باشد.</source>
        <translation>The end must be after the start.</translation>
    </message>
    <message>
        <source>نام کاربری ۳ تا ۴۰ حرف یا رقم بدون فاصله است.</source>
        <translation>A user name is 3 to 40 letters or digits without spaces.</translation>
    </message>
    <message>
        <source>این نام کاربری پیش‌تر گرفته شده است.</source>
        <translation>This user name is already taken.</translation>
    </message>
    <message>
        <source>این خانوار سرپرست دارد؛ نسبت دیگری برگزینید.</source>
        <translation>This household has a head; choose another relation.</translation>
    </message>
    <message>
        <source>یکی از اعضا باید سرپرست باشد.</source>
        <translation>One of the members must be the head.</translation>
    </message>
    <message>
        <source>این فرد از اعضای فعال خانوار نیست.</source>
        <translation>This person is no active member of the household.</translation>
    </message>
    <message>
        <source>این خانوار جابه‌جا شده یا پایان یافته است؛ خانوار فعالی برگزینید.</source>
        <translation>This household has moved or ended; choose an active household.</translation>
    </message>
    <message>
        <source>این خانوار فعال است و بازگشتی ندارد.</source>
        <translation>This household is active and cannot come back.</translation>
    </message>
    <message>
        <source>این خانوار عضو فعال دارد؛ نخست وضع اعضا را روشن کنید.</source>
        <translation>This household has active members; first settle their status.</translation>
    </message>
    <message>
        <source>«{title}» با پروندهٔ {number} شاید همین فرد باشد. اگر فرد دیگری است، دوباره «ثبت» را بزنید.</source>
        <translation>“{title}”, file {number}, may be this person. If it is another, press “Save” again.</translation>
    </message>
    <message>
        <source>دست‌کم یک عضو را برگزینید.</source>
        <translation>Choose at least one member.</translation>
    </message>
    <message>
        <source>کسی از این خانوار بازنمی‌گردد؛ دست‌کم یک عضو را برگزینید.</source>
        <translation>Nobody of this household comes back; choose at least one member.</translation>
    </message>
    <message>
        <source>همهٔ اعضا برگزیده شده‌اند؛ برای رفتن همه، «جابه‌جایی خانوار» را برگزینید.</source>
        <translation>All members are chosen; when everybody leaves, choose “Move the household”.</translation>
    </message>
    <message>
        <source>خانوار دیگری برگزینید.</source>
        <translation>Choose another household.</translation>
    </message>
    <message>
        <source>این فرد دیگر عضو فعال نیست.</source>
        <translation>This person is no longer an active member.</translation>
    </message>
    <message>
        <source>این فرد عضو فعال است.</source>
        <translation>This person is an active member.</translation>
    </message>
    <message>
        <source>این وضعیت تنها با ادغام یا محو پرونده نهاده می‌شود.</source>
        <translation>Only a merge or an erasure sets this status.</translation>
    </message>
    <message>
        <source>این تاریخ پیش از تولد است.</source>
        <translation>This date is before the birth.</translation>
    </message>
    <message>
        <source>این تاریخ پیش از ثبت خانوار است.</source>
        <translation>This date is before the registration of the household.</translation>
    </message>
    <message>
        <source>با این واگرد، خانوار «{title}» بی‌سرپرست یا به‌هم‌ریخته می‌ماند؛ خودتان اصلاحش کنید.</source>
        <translation>Undoing this would leave the household “{title}” without a head or in disorder; correct it yourself.</translation>
    </message>
    <message>
        <source>وقتی تاریخ تولد هست، سن تقریبی را خالی بگذارید.</source>
        <translation>When there is a date of birth, leave the approximate age empty.</translation>
    </message>
    <message>
        <source>این دلیل تنها برای «بیکار غیرجویا» است.</source>
        <translation>This reason is only for “unemployed, not seeking work”.</translation>
    </message>
    <message>
        <source>وضع تأهل تنها از ۱۵ سالگی پرسیده می‌شود.</source>
        <translation>Marital status is asked only from the age of 15.</translation>
    </message>
    <message>
        <source>وضع فعالیت تنها از ۱۰ سالگی پرسیده می‌شود.</source>
        <translation>Activity status is asked only from the age of 10.</translation>
    </message>
    <message>
        <source>وضع تحصیل تنها برای ۶ تا ۱۸ ساله‌هاست.</source>
        <translation>School status is only for ages 6 to 18.</translation>
    </message>
    <message>
        <source>برای نگه‌داشتن این داده رضایت زندهٔ همین فرد برای همین موضوع لازم است.</source>
        <translation>Keeping this needs a living consent of this very person for this very subject.</translation>
    </message>
    <message>
        <source>برای نگه‌داشتن این پاسخ رضایت زندهٔ سرپرست خانوار برای همین موضوع لازم است.</source>
        <translation>Keeping this answer needs a living consent of the head of the household for this very subject.</translation>
    </message>
    <message>
        <source>یکی از خانه‌های این برگه را پر کنید.</source>
        <translation>Fill in one of the fields of this form.</translation>
    </message>
    <message>
        <source>هر موضوع حساس زیر رضایت خودش در برگه‌ای جدا می‌آید.</source>
        <translation>Each sensitive subject stands on a form of its own, under its own consent.</translation>
    </message>
    <message>
        <source>این موضوع حساس پیش‌تر برای این فرد نوشته شده است؛ همان را اصلاح کنید.</source>
        <translation>This sensitive subject is already recorded for this person; correct that record.</translation>
    </message>
    <message>
        <source>هیچ‌کس ولی خود نیست؛ فرد دیگری را برگزینید.</source>
        <translation>Nobody is their own guardian; choose another person.</translation>
    </message>
    <message>
        <source>این فرد هجده سال ندارد؛ ولی یا سرپرست قانونی‌اش رضایت می‌دهد.</source>
        <translation>This person is under eighteen; a parent or legal guardian consents.</translation>
    </message>
    <message>
        <source>ولی باید دست‌کم هجده سال داشته باشد.</source>
        <translation>A guardian must be at least eighteen.</translation>
    </message>
    <message>
        <source>رضایت زنده‌ای برای پس‌گرفتن نیست.</source>
        <translation>There is no living consent to withdraw.</translation>
    </message>
    <message>
        <source>برای تأیید، «{name}» را بنویسید.</source>
        <translation>To confirm, write “{name}”.</translation>
    </message>
    <message>
        <source>داده‌های این فرد محو شده است؛ چیزی به پروندهٔ او افزوده نمی‌شود.</source>
        <translation>This person&apos;s data has been erased; nothing can be added to the file.</translation>
    </message>
    <message>
        <source>«{word}» دربارهٔ آدم‌ها برچسب است یا دلیلی است که نوشته نمی‌شود؛ به جای آن: «{suggestion}».</source>
        <translation>“{word}” labels people or is a reason that is not written down; instead: “{suggestion}”.</translation>
    </message>
    <message>
        <source>«{word}» نوشته نمی‌شود؛ به جای آن: «{suggestion}». راهنما: اورژانس اجتماعی ۱۲۳؛ نام گزارش‌دهنده پوشیده می‌ماند.</source>
        <translation>“{word}” is not written down; instead: “{suggestion}”. Help: Social Emergency 123; whoever reports stays unnamed.</translation>
    </message>
    <message>
        <source>«{word}» به انتخابات یا حزب می‌ماند؛ دفتر در آن وارد نمی‌شود و تنها مدیر دفتر می‌تواند چنین نوشته‌ای ثبت کند.</source>
        <translation>“{word}” sounds like elections or parties; the office keeps out of them, and only the office manager may save such a text.</translation>
    </message>
    <message>
        <source>در متنی که به اشتراک گذاشته می‌شود نام ساکنان نمی‌آید: «{name}».</source>
        <translation>A text that is shared does not name residents: “{name}”.</translation>
    </message>
    <message>
        <source>در متنی که به اشتراک گذاشته می‌شود شمارهٔ هویتی یا تلفن نمی‌آید.</source>
        <translation>A text that is shared has no identity or telephone numbers.</translation>
    </message>
    <message>
        <source>دو پروندهٔ جدا برگزینید.</source>
        <translation>Choose two different files.</translation>
    </message>
    <message>
        <source>این پرونده بسته است: محو یا در پروندهٔ دیگری ادغام شده است.</source>
        <translation>This file is closed: it was erased or merged into another.</translation>
    </message>
    <message>
        <source>پروندهٔ فعال می‌ماند و دیگری در آن ادغام می‌شود؛ جای دو پرونده را عوض کنید.</source>
        <translation>The active file stays and the other is merged into it; swap the two files.</translation>
    </message>
    <message>
        <source>این ادغام پیش‌تر بازگردانده شده است.</source>
        <translation>This merge has already been undone.</translation>
    </message>
    <message>
        <source>بیش از ۹۰ روز از ادغام گذشته است و دیگر بازنمی‌گردد.</source>
        <translation>More than 90 days have passed since the merge; it can no longer be undone.</translation>
    </message>
    <message>
        <source>پروندهٔ ماندگار خود در پروندهٔ دیگری ادغام شده است؛ نخست آن ادغام را بازگردانید.</source>
        <translation>The file that stayed was itself merged into another; undo that merge first.</translation>
    </message>
    <message>
        <source>ساکنی را برگزینید یا نامی بنویسید.</source>
        <translation>Choose a resident or write a name.</translation>
    </message>
    <message>
        <source>این فرد با همین نقش معتمد فعال است.</source>
        <translation>This person is already an active trustee in this role.</translation>
    </message>
    <message>
        <source>این فرد عضو این گروه است.</source>
        <translation>This person is already a member of this group.</translation>
    </message>
    <message>
        <source>برای نیاز گروهی یا محله‌ای دست‌کم یک خانوار حامی بنویسید.</source>
        <translation>For a group&apos;s or neighbourhood&apos;s need, write at least one supporting household.</translation>
    </message>
    <message>
        <source>آسیب هدف تنها برای نیاز محله‌ای نوشته می‌شود.</source>
        <translation>A targeted harm is written only for a neighbourhood&apos;s need.</translation>
    </message>
    <message>
        <source>روزی پس از امروز بنویسید.</source>
        <translation>Enter a day after today.</translation>
    </message>
    <message>
        <source>هیچ نیازی بی‌مسئول نمی‌ماند؛ مسئول پیگیری را برگزینید.</source>
        <translation>No need is left without somebody responsible; choose who follows up.</translation>
    </message>
    <message>
        <source>این همکار دیگر در دفتر نیست یا حساب کاربری ندارد؛ همکار دیگری برگزینید.</source>
        <translation>This colleague has left the office or has no account; choose another colleague.</translation>
    </message>
    <message>
        <source>نخست ارجاع را با دستگاه و تاریخ ثبت کنید.</source>
        <translation>First record the referral with its agency and date.</translation>
    </message>
    <message>
        <source>نخست پاسخ دستگاه را ثبت کنید؛ ثبت در دبیرخانه پاسخ نیست.</source>
        <translation>First record the agency&apos;s answer; an entry at the registry is no answer.</translation>
    </message>
    <message>
        <source>دستگاه این کار را نپذیرفته است؛ آن را رد شده بنویسید یا به دستگاه دیگری ارجاع دهید.</source>
        <translation>The agency has not accepted it; note it as rejected or refer it to another agency.</translation>
    </message>
    <message>
        <source>متقاضی تأیید نکرده است؛ بنویسید از کجا پیداست که برآورده شده است.</source>
        <translation>The applicant has not confirmed it; write what shows that it was met.</translation>
    </message>
    <message>
        <source>این خانه با پایان گرفتن نیاز پر می‌شود؛ گام پایان را بردارید.</source>
        <translation>This field is filled when the need ends; take the step that ends it.</translation>
    </message>
    <message>
        <source>نیاز دیگر تنها با دلیل «تکراری» نوشته می‌شود.</source>
        <translation>The other need is given only with the reason “duplicate”.</translation>
    </message>
    <message>
        <source>نیاز نمی‌تواند تکرار خودش یا تکرارِ نیازی باشد که تکرار همین است.</source>
        <translation>A need cannot be a duplicate of itself, nor of one that is a duplicate of it.</translation>
    </message>
    <message>
        <source>این دلیل با این گام نمی‌خواند؛ دلیل دیگر یا گام دیگری برگزینید.</source>
        <translation>This reason does not go with this step; choose another reason or step.</translation>
    </message>
    <message>
        <source>نیاز پیش از این تاریخ گامی برداشته است؛ تاریخ ثبت نباید پس از آن باشد.</source>
        <translation>The need took a step before this date; it cannot be registered after it.</translation>
    </message>
    <message>
        <source>پاسخی پیش از این تاریخ رسیده است.</source>
        <translation>An answer was received before this date.</translation>
    </message>
    <message>
        <source>این نیاز از آنِ یک محله یا گروه است و دادهٔ شخصی ندارد.</source>
        <translation>This need is of a neighbourhood or group and holds no personal data.</translation>
    </message>
    <message>
        <source>پس از این تاریخ گامی ثبت شده است که با این گام نمی‌خواند.</source>
        <translation>A step was noted after this date that does not go with this one.</translation>
    </message>
    <message>
        <source>بیش از ۹۰ روز گذشته است؛ نیاز تازه‌ای ثبت کنید.</source>
        <translation>More than 90 days have passed; record a new need.</translation>
    </message>
    <message>
        <source>«{title}» پس از آن دوباره تغییر کرده است و دیگر واگرد نمی‌شود؛ خودتان اصلاحش کنید.</source>
        <translation>“{title}” has changed again since then and can no longer be undone; correct it yourself.</translation>
    </message>
    <message>
        <source>پرونده‌های دیگری به «{title}» پیوسته‌اند؛ نخست آن‌ها را جدا کنید.</source>
        <translation>Other records are tied to “{title}”; detach them first.</translation>
    </message>
    <message>
        <source>پرونده‌های دیگری به «{title}» پیوسته‌اند؛ ثبت آن دیگر واگرد نمی‌شود.</source>
        <translation>Other records are tied to “{title}”; its registration can no longer be undone.</translation>
    </message>
    <message>
        <source>داده‌ای که محو شده است برنمی‌گردد؛ این کار دیگر واگرد نمی‌شود.</source>
        <translation>Erased data does not come back; this can no longer be undone.</translation>
    </message>
    <message>
        <source>این کار با مدیر دفتر است.</source>
        <translation>Only the office manager does this.</translation>
    </message>
    <message>
        <source>از وضعیت «{source}» نمی‌توان به «{target}» رفت.</source>
        <translation>There is no step from “{source}” to “{target}”.</translation>
    </message>
    <message>
        <source>این پرونده گام ندارد.</source>
        <translation>This record has no steps.</translation>
    </message>
    <message>
        <source>این شمارهٔ جلسه برای کارگاه ثبت شده است.</source>
        <translation>This session number is already recorded for the workshop.</translation>
    </message>
    <message>
        <source>این فرد پیش‌تر در کارگاه ثبت‌نام شده است.</source>
        <translation>This person is already enrolled in the workshop.</translation>
    </message>
    <message>
        <source>این کارگاه ویژهٔ گروه دیگری است.</source>
        <translation>This workshop is for another group.</translation>
    </message>
    <message>
        <source>حضور این فرد در این جلسه ثبت شده است.</source>
        <translation>This person&apos;s attendance at this session is already recorded.</translation>
    </message>
    <message>
        <source>این جلسه برگزار نشده است.</source>
        <translation>This session was not held.</translation>
    </message>
    <message>
        <source>هنوز جلسه‌ای برگزار نشده است.</source>
        <translation>No session has been held yet.</translation>
    </message>
    <message>
        <source>وضع برگزاری همهٔ جلسه‌ها را روشن کنید.</source>
        <translation>Say of every session whether it was held.</translation>
    </message>
    <message>
        <source>این دستگاه کد ملی کامل نمی‌خواهد؛ چهار رقم پایانی بس است.</source>
        <translation>This agency does not need the full national ID; the last four digits are enough.</translation>
    </message>
    <message>
        <source>برای فرستادن دادهٔ شخصی، رضایت زندهٔ فرد برای این دستگاه لازم است؛ یا نامه را به دست خود او بدهید.</source>
        <translation>Sending personal data needs the person&apos;s live consent for this agency; or hand the letter to the person.</translation>
    </message>
    <message>
        <source>شمارهٔ نامه بر همین پایه داده شده است و دیگر تغییر نمی‌کند؛ نامهٔ دیگری بنویسید.</source>
        <translation>The letter&apos;s number was given on this basis and no longer changes; write another letter.</translation>
    </message>
    <message>
        <source>این نامه چاپ شده است و متنش دیگر تغییر نمی‌کند؛ نامهٔ دیگری بنویسید.</source>
        <translation>This letter was printed and its text no longer changes; write another letter.</translation>
    </message>
    <message>
        <source>نویسهٔ «{given}» در قلم چاپ نیست؛ آن را بردارید.</source>
        <translation>The printing font has no character «{given}»; take it out.</translation>
    </message>
    <message>
        <source>دربارهٔ هیچ‌کس به این مرکز نامه نوشته نمی‌شود؛ شماره‌اش را به خود او بدهید.</source>
        <translation>Nobody is written about to this centre; give them its number.</translation>
    </message>
    <message>
        <source>به این دستگاه تنها به خواست خود فرد و به دست او نامه داده می‌شود.</source>
        <translation>To this agency a letter goes only on the person&apos;s own request and in their own hand.</translation>
    </message>
    <message>
        <source>نامهٔ ارجاع از خود ارجاع نوشته می‌شود.</source>
        <translation>A referral letter is written from the referral itself.</translation>
    </message>
    <message>
        <source>برای این ارجاع نامهٔ {number} نوشته شده است.</source>
        <translation>Letter {number} was already written for this referral.</translation>
    </message>
    <message>
        <source>این دستگاه ارجاع بی‌پاسخی ندارد.</source>
        <translation>This agency has no unanswered referral.</translation>
    </message>
    <message>
        <source>این ارجاع به دستگاه دیگری رفته است.</source>
        <translation>This referral went to another agency.</translation>
    </message>
    <message>
        <source>نامهٔ رسیده را فرستنده چاپ کرده است؛ برنامه چاپش نمی‌کند.</source>
        <translation>An incoming letter was printed by its sender; the program does not print it.</translation>
    </message>
    <message>
        <source>حضور و غیاب جلسهٔ {no} کامل نیست.</source>
        <translation>The attendance of session {no} is not complete.</translation>
    </message>
    <message>
        <source>برای این کارگاه هنوز گواهی صادر نشده است.</source>
        <translation>No certificate has been issued for this workshop yet.</translation>
    </message>
    <message>
        <source>این کد پستی کمی عجیب است (در پنج رقم نخست ۰ یا ۲ نمی‌آید)؛ مطمئنید؟</source>
        <translation>This postal code looks odd (0 and 2 do not occur in the first five digits); are you sure?</translation>
    </message>
    <message>
        <source>این شمار رقم برای چنین کدی معمول نیست؛ مطمئنید؟</source>
        <translation>This number of digits is unusual for such a code; are you sure?</translation>
    </message>
    <message>
        <source>همین شماره در پروندهٔ {resident_no} نیز هست؛ شاید همان فرد است.</source>
        <translation>The same number is on file {resident_no} too; perhaps it is the same person.</translation>
    </message>
    <message>
        <source>این نوشته به انتخابات یا حزب می‌ماند و دفتر در آن وارد نمی‌شود؛ مطمئنید؟</source>
        <translation>This text sounds like elections or parties, which the office keeps out of; are you sure?</translation>
    </message>
    <message>
        <source>{registered} عضو ثبت شده است، نه {declared}؛ مطمئنید؟</source>
        <translation>{registered} members are registered, not {declared}; are you sure?</translation>
    </message>
    <message>
        <source>نقش شما اجازهٔ این کار را ندارد.</source>
        <translation>Your role does not allow this.</translation>
    </message>
    <message>
        <source>گذرواژه دست‌کم هشت نویسه دارد.</source>
        <translation>A password has at least eight characters.</translation>
    </message>
    <message>
        <source>کاربری به این نام در این دفتر نیست.</source>
        <translation>This office has no user of this name.</translation>
    </message>
    <message>
        <source>«{given}» نام هیچ پرونده‌ای نیست.</source>
        <translation>“{given}” is the name of no kind of record.</translation>
    </message>
    <message>
        <source>«{given}» نام هیچ چاپی نیست.</source>
        <translation>“{given}” is the name of no printable.</translation>
    </message>
    <message>
        <source>این سطر JSON درستی نیست.</source>
        <translation>This line is not valid JSON.</translation>
    </message>
    <message>
        <source>دفتر نمی‌تواند بی‌مدیر بماند.</source>
        <translation>An office cannot be left without a manager.</translation>
    </message>
    <message>
        <source>«{given}» را نمی‌توان از صفحه‌گسترده گرفت یا در آن نوشت.</source>
        <translation>“{given}” cannot be taken from a spreadsheet or written into one.</translation>
    </message>
    <message>
        <source>این پرونده خالی است.</source>
        <translation>This file is empty.</translation>
    </message>
    <message>
        <source>نام پروندهٔ خروجی با ‎.xlsx یا ‎.csv پایان می‌گیرد.</source>
        <translation>The name of an export ends in .xlsx or .csv.</translation>
    </message>
    <message>
        <source>این پرونده صفحه‌گسترده نیست؛ پروندهٔ xlsx، xls، ods یا csv برگزینید.</source>
        <translation>This file is no spreadsheet; choose an xlsx, xls, ods or csv file.</translation>
    </message>
    <message>
        <source>این پرونده آسیب دیده است و خوانده نمی‌شود؛ آن را در اکسل باز کنید و دوباره ذخیره کنید.</source>
        <translation>This file is damaged and cannot be read; open it in Excel and save it again.</translation>
    </message>
    <message>
        <source>سطر {line} این پرونده خوانده نمی‌شود؛ شاید گیومه‌ای بسته نشده یا خانه‌ای بیش از اندازه بلند است.</source>
        <translation>Line {line} of this file cannot be read; perhaps a quotation mark is not closed or a cell is too long.</translation>
    </message>
    <message>
        <source>این پرونده به گونهٔ کهنهٔ XML است؛ آن را در اکسل با قالب xlsx ذخیره کنید.</source>
        <translation>This file is of the old XML kind; save it in Excel as xlsx.</translation>
    </message>
    <message>
        <source>این پرونده گذرواژه دارد؛ آن را در اکسل باز کنید و بی‌گذرواژه ذخیره کنید.</source>
        <translation>This file has a password; open it in Excel and save it without one.</translation>
    </message>
    <message>
        <source>این پرونده هنگام باز شدن بیش از اندازه بزرگ می‌شود و گشوده نشد.</source>
        <translation>This file grows too large when unpacked and was not opened.</translation>
    </message>
    <message>
        <source>این برگه بیش از {limit} ردیف دارد؛ آن را در چند پرونده بیاورید.</source>
        <translation>This sheet has more than {limit} rows; bring it in several files.</translation>
    </message>
    <message>
        <source>این برگه بیش از {limit} ستون دارد؛ ستون‌های دوردست را پاک کنید.</source>
        <translation>This sheet has more than {limit} columns; delete the far columns.</translation>
    </message>
    <message>
        <source>چنین برگه‌ای در این پرونده نیست.</source>
        <translation>There is no such sheet in this file.</translation>
    </message>
    <message>
        <source>ردیف عنوان ستون‌ها پیدا نشد؛ بالای ستون‌ها نامشان را بنویسید، مانند «نام» و «نام خانوادگی».</source>
        <translation>The row of column titles was not found; write the names above the columns, such as “name” and “family name”.</translation>
    </message>
    <message>
        <source>زیر عنوان‌ها هیچ ردیفی نیست.</source>
        <translation>There are no rows below the titles.</translation>
    </message>
    <message>
        <source>ستون «{column}» در این پرونده نیست.</source>
        <translation>There is no column “{column}” in this file.</translation>
    </message>
    <message>
        <source>در این خانه خطای فرمول ({given}) است.</source>
        <translation>This cell has a formula error ({given}).</translation>
    </message>
    <message>
        <source>فرمول این خانه هنوز حساب نشده است؛ پرونده را در اکسل باز و ذخیره کنید.</source>
        <translation>The formula of this cell has not been calculated yet; open and save the file in Excel.</translation>
    </message>
    <message>
        <source>این عدد بیش از پانزده رقم دارد و اکسل رقم‌های پایانی‌اش را دور ریخته است؛ آن را به صورت متن بنویسید.</source>
        <translation>This number has more than fifteen digits, and Excel has dropped the last ones; write it as text.</translation>
    </message>
    <message>
        <source>عدد به شکل علمی ({given}) نوشته شده و رقم‌هایش گم شده است؛ همهٔ رقم‌ها را بنویسید.</source>
        <translation>The number is in scientific form ({given}) and has lost digits; write all of them.</translation>
    </message>
    <message>
        <source>«{given}» در میان {kind} نیست.</source>
        <translation>“{given}” is not among the {kind}.</translation>
    </message>
    <message>
        <source>«{given}» در میان {kind} بیش از یکی است؛ شماره‌اش را بنویسید.</source>
        <translation>There is more than one “{given}” among the {kind}; write the number.</translation>
    </message>
    <message>
        <source>سرپرست این خانوار (ردیف {row}) رد شده است؛ نخست آن را درست کنید.</source>
        <translation>The head of this household (row {row}) was refused; correct that first.</translation>
    </message>
    <message>
        <source>این کد ملی در پروندهٔ {resident_no} با نام دیگری ثبت شده است.</source>
        <translation>This national ID is registered on file {resident_no} under another name.</translation>
    </message>
    <message>
        <source>این کد ملی در ردیف {row} برای نام دیگری آمده است.</source>
        <translation>This national ID stands in row {row} with another name.</translation>
    </message>
    <message>
        <source>در پوشهٔ «{folder}» نمی‌توان نوشت و جایی برای پروندهٔ ردیف‌های ردشده نیست؛ چیزی ثبت نشد.</source>
        <translation>The folder “{folder}” cannot be written to, so there is no place for the file of refused rows; nothing was saved.</translation>
    </message>
    <message>
        <source>بیرون بردن نام و نشانی ساکنان تنها با مدیر دفتر است.</source>
        <translation>Only the office manager takes out residents&apos; names and addresses.</translation>
    </message>
    <message>
        <source>جای خالی دیسک برای این کار بس نیست؛ چیزی ثبت نشد.</source>
        <translation>There is not enough free disk space for this; nothing was saved.</translation>
    </message>
    <message>
        <source>این خانه در این میان از {laptop} به «{value}» تغییر کرد. اگر نوشتهٔ شما درست است، دوباره ثبت کنید.</source>
        <translation>Meanwhile {laptop} changed this field to “{value}”. If what you wrote is right, save again.</translation>
    </message>
    <message>
        <source>این پرونده در این میان از {laptop} به وضعیت «{value}» رسید. اگر همچنان درست است، دوباره ثبت کنید.</source>
        <translation>Meanwhile {laptop} brought this record to the state “{value}”. If this is still right, save again.</translation>
    </message>
    <message>
        <source>برای رکوردی که در یک رایانه حذف و در دیگری ویرایش شده است deleted یا kept بنویسید.</source>
        <translation>For a record that was deleted on one laptop and edited on another, write deleted or kept.</translation>
    </message>
    <message>
        <source>این‌جا چیزی نیست که رایانه‌ها دربارهٔ آن دو روایت داشته باشند؛ شاید پیش‌تر یکسره شده است.</source>
        <translation>There is nothing here that the laptops tell differently; perhaps it has been settled already.</translation>
    </message>
    <message>
        <source>نام کاربری یا گذرواژه درست نیست.</source>
        <translation>The user name or the password is wrong.</translation>
    </message>
    <message>
        <source>پس از پنج بار گذرواژهٔ نادرست، ورود تا ساعت {at} روز {day} بسته است.</source>
        <translation>After five wrong passwords, signing in is closed until {at} on {day}.</translation>
    </message>
    <message>
        <source>این گذرواژه یا رمز ضعیف است؛ دست‌کم ۱۲ نویسه که حدس‌زدنی نباشد بنویسید.</source>
        <translation>This password is weak; write at least 12 characters that cannot be guessed.</translation>
    </message>
    <message>
        <source>تنظیمی به نام «{given}» شناخته نیست.</source>
        <translation>There is no setting called “{given}”.</translation>
    </message>
    <message>
        <source>مقدار این تنظیم درست نیست.</source>
        <translation>The value of this setting is wrong.</translation>
    </message>
    <message>
        <source>پروندهٔ تنظیمات {name} خوانده نشد.</source>
        <translation>The settings file {name} could not be read.</translation>
    </message>
    <message>
        <source>این‌جا کارساز استان پیش‌تر ساخته شده است.</source>
        <translation>A provincial server has already been made here.</translation>
    </message>
    <message>
        <source>این‌جا هنوز کارساز استان ساخته نشده است؛ نخست tashilgar-province init.</source>
        <translation>No provincial server has been made here yet; first run tashilgar-province init.</translation>
    </message>
    <message>
        <source>پروندهٔ کلیدهای کارساز خوانده نشد.</source>
        <translation>The server’s file of keys could not be read.</translation>
    </message>
    <message>
        <source>کلیدهای کارساز با رمز بسته شده‌اند؛ TASHILGAR_PROVINCE_PASSPHRASE را بگذارید.</source>
        <translation>The server’s keys are locked with a passphrase; set TASHILGAR_PROVINCE_PASSPHRASE.</translation>
    </message>
    <message>
        <source>رمز کلیدهای کارساز درست نیست.</source>
        <translation>The passphrase of the server’s keys is wrong.</translation>
    </message>
    <message>
        <source>نشانی پایگاه داده شناخته نیست؛ sqlite:///… یا postgresql+psycopg://… بنویسید.</source>
        <translation>This database address is not known; write sqlite:///… or postgresql+psycopg://….</translation>
    </message>
    <message>
        <source>PostgreSQL نسخهٔ ۱۵ یا تازه‌تر لازم است.</source>
        <translation>PostgreSQL 15 or newer is needed.</translation>
    </message>
    <message>
        <source>پایگاه داده پاسخ نمی‌دهد.</source>
        <translation>The database does not answer.</translation>
    </message>
    <message>
        <source>دفتری با این کد هست.</source>
        <translation>There is an office with this code already.</translation>
    </message>
    <message>
        <source>دفتری با کد یا شناسهٔ «{given}» نیست.</source>
        <translation>There is no office with the code or id “{given}”.</translation>
    </message>
    <message>
        <source>رایانه‌ای که شناسه‌اش با «{given}» آغاز شود نیست، یا بیش از یکی است.</source>
        <translation>There is no computer whose id begins with “{given}”, or there are several.</translation>
    </message>
    <message>
        <source>در {host}:{port} نمی‌توان شنید؛ شاید برنامهٔ دیگری آن درگاه را گرفته است.</source>
        <translation>Cannot listen on {host}:{port}; another program may have taken that port.</translation>
    </message>
    <message>
        <source>هنوز رایانه‌ای از این دفتر نپیوسته است.</source>
        <translation>No computer of this office has joined yet.</translation>
    </message>
    <message>
        <source>گزارش این ماه از این دفتر نرسیده است.</source>
        <translation>The report of this month has not come from this office.</translation>
    </message>
    <message>
        <source>این پرونده بریده است؛ آنچه پیش از بریدگی بود خوانده شد.</source>
        <translation>This file was cut off; what stood before the cut was read.</translation>
    </message>
    <message>
        <source>این پرونده آسیب دیده یا دست‌خورده است؛ آنچه درست بود خوانده شد.</source>
        <translation>This file is damaged or was tampered with; what was sound was read.</translation>
    </message>
    <message>
        <source>این پرونده با کلید دیگری بسته شده است.</source>
        <translation>This file was sealed with another key.</translation>
    </message>
    <message>
        <source>این پرونده را برنامه‌ای تازه‌تر نوشته است؛ نخست این برنامه را به‌روز کنید.</source>
        <translation>A newer program wrote this file; update this program first.</translation>
    </message>
    <message>
        <source>امضای این پرونده درست نیست.</source>
        <translation>The signature of this file is wrong.</translation>
    </message>
    <message>
        <source>این پرونده برای این‌جا بسته نشده است.</source>
        <translation>This file was not sealed for this place.</translation>
    </message>
    <message>
        <source>این پرونده، پروندهٔ همراه تسهیلگر نیست.</source>
        <translation>This is no courier file of Tashilgar.</translation>
    </message>
    <message>
        <source>کد این پرونده درست نیست.</source>
        <translation>The code of this file is wrong.</translation>
    </message>
    <message>
        <source>این پرونده برای استان دیگری است.</source>
        <translation>This file is for another province.</translation>
    </message>
    <message>
        <source>دفتری که این پرونده از آن آمده این‌جا شناخته نیست.</source>
        <translation>The office that this file comes from is not known here.</translation>
    </message>
    <message>
        <source>رایانه‌ای که این پرونده را نوشته نپیوسته است؛ کارت یا کد آن درست نیست.</source>
        <translation>The computer that wrote this file has not joined; its card or code is wrong.</translation>
    </message>
    <message>
        <source>دربارهٔ این رایانه پیش‌تر تصمیم گرفته شده است.</source>
        <translation>This computer has already been decided about.</translation>
    </message>
    <message>
        <source>این رایانه امروز را {today} می‌داند و دفتر به این تاریخ هنوز سه روز کار نکرده است؛ اگر ساعت جلو رفته باشد کسی پیش از وقت فراموش می‌شود. تاریخ را درست کنید، یا پس از سه روز کار دوباره بکوشید.</source>
        <translation>This computer takes today for {today}, and the office has not yet worked three days by that date. If the clock has run ahead, people would be forgotten before their time. Set the date right, or try again after three days of work.</translation>
    </message>
    <message>
        <source>این رایانه امروز را {today} می‌داند؛ نخست تاریخ رایانه را درست کنید.</source>
        <translation>This computer takes today for {today}; set its date right first.</translation>
    </message>
    <message>
        <source>این برنامه از روی منبع خود اجرا می‌شود و نصب نشده است؛ به‌روزرسانی با پرونده برای برنامهٔ نصب‌شده است.</source>
        <translation>This program runs from its source and is not installed; updates from a file are for an installed program.</translation>
    </message>
    <message>
        <source>این پرونده، پروندهٔ به‌روزرسانی تسهیلگر نیست.</source>
        <translation>This file is no update of Tashilgar.</translation>
    </message>
    <message>
        <source>این پرونده را برنامه‌ای بسیار تازه‌تر ساخته است و این نسخه آن را نمی‌خواند؛ نخست نسخه‌ای میانی نصب کنید.</source>
        <translation>This file is of a much newer program and this version cannot read it; please install a version in between first.</translation>
    </message>
    <message>
        <source>این پروندهٔ به‌روزرسانی بریده است؛ دوباره روی حافظه رونوشت بگیرید. چیزی تغییر نکرد.</source>
        <translation>This update was cut off; please copy it onto the stick again. Nothing was changed.</translation>
    </message>
    <message>
        <source>این پروندهٔ به‌روزرسانی آسیب دیده یا دست‌خورده است؛ از جای مطمئن دوباره بگیریدش. چیزی تغییر نکرد.</source>
        <translation>This update is damaged or was tampered with; please get it again from a place you trust. Nothing was changed.</translation>
    </message>
    <message>
        <source>این پرونده را سازندگان تسهیلگر امضا نکرده‌اند؛ نصب نمی‌شود. آن را به کسی که برایتان آورده است نشان دهید.</source>
        <translation>The makers of Tashilgar did not sign this file; it is not installed. Please show it to whoever brought it.</translation>
    </message>
    <message>
        <source>این پرونده با کلیدی امضا شده که بازنشسته شده است؛ پروندهٔ تازه‌تری بگیرید.</source>
        <translation>This file was signed by a key that is retired; please get a newer file.</translation>
    </message>
    <message>
        <source>این برنامه کلید هیچ ناشری را ندارد و هیچ به‌روزرسانی‌ای را نمی‌پذیرد؛ نسخهٔ تازه را از نو نصب کنید.</source>
        <translation>This program has no publisher&apos;s key and accepts no update; please install the new version afresh.</translation>
    </message>
    <message>
        <source>این پرونده برای برنامهٔ دیگری است.</source>
        <translation>This file is for another program.</translation>
    </message>
    <message>
        <source>این پرونده برای رایانه‌ای از گونهٔ دیگر ({given}) است.</source>
        <translation>This file is for another sort of computer ({given}).</translation>
    </message>
    <message>
        <source>نسخهٔ {version} همین حالا نصب است.</source>
        <translation>Version {version} is installed already.</translation>
    </message>
    <message>
        <source>نسخهٔ {version} از نسخهٔ نصب‌شده ({here}) کهنه‌تر است و نصب نمی‌شود؛ برای بازگشت به نسخهٔ پیشین «بازگشت» را بزنید.</source>
        <translation>Version {version} is older than the one installed ({here}) and is not installed; to go back to the version before, use “Go back”.</translation>
    </message>
    <message>
        <source>این به‌روزرسانی از نسخهٔ {oldest} به بعد نصب می‌شود و این نسخه {here} است؛ نخست نسخه‌ای میانی نصب کنید.</source>
        <translation>This update is installed from version {oldest} on, and this is {here}; please install a version in between first.</translation>
    </message>
    <message>
        <source>برای نسخهٔ تازه {n} مگابایت جای خالی لازم است؛ جا باز کنید و دوباره بکوشید. چیزی تغییر نکرد.</source>
        <translation>The new version needs {n} MB of free space; please make room and try again. Nothing was changed.</translation>
    </message>
    <message>
        <source>دیسک پر شد؛ نسخهٔ تازه نصب نشد و برنامه همان است که بود.</source>
        <translation>The disk is full; the new version was not installed and the program is what it was.</translation>
    </message>
    <message>
        <source>در پوشهٔ برنامه نمی‌توان نوشت؛ کسی که برنامه را نصب کرده است آن را به‌روز کند. چیزی تغییر نکرد.</source>
        <translation>The program&apos;s folder cannot be written; whoever installed the program should update it. Nothing was changed.</translation>
    </message>
    <message>
        <source>پروندهٔ به‌روزرسانی خوانده نشد؛ شاید حافظه بیرون کشیده شده است. چیزی تغییر نکرد.</source>
        <translation>The update could not be read; perhaps the stick was pulled out. Nothing was changed.</translation>
    </message>
    <message>
        <source>همین حالا به‌روزرسانی دیگری در کار است؛ کمی بعد دوباره بکوشید.</source>
        <translation>Another update is under way; please try again a little later.</translation>
    </message>
    <message>
        <source>در این پوشه نسخهٔ نصب‌شده‌ای نیست.</source>
        <translation>There is no installed version in this folder.</translation>
    </message>
    <message>
        <source>نسخهٔ تازه در این رایانه از وارسی خود نگذشت و نصب نشد؛ برنامه همان است که بود.</source>
        <translation>The new version did not pass its own check on this computer and was not installed; the program is what it was.</translation>
    </message>
    <message>
        <source>نسخهٔ پیشینی در این رایانه نیست.</source>
        <translation>There is no earlier version on this computer.</translation>
    </message>
    <message>
        <source>نسخهٔ {version} دفتر را چنان که امروز است باز نمی‌کند، چون نسخهٔ تازه آن را روزآمد کرده است. پشتیبان پیش از آن: {given} — {n} دگرگونیِ پس از آن را ندارد. با ‎--restore دفتر هم به آن بازمی‌گردد؛ دفتر امروز میان پشتیبان‌ها می‌ماند.</source>
        <translation>Version {version} does not open the office as it is today, since the newer version has upgraded it. The backup from before: {given} — it lacks {n} later changes. With --restore the office goes back to it, too; today&apos;s office stays among the backups.</translation>
    </message>
    <message>
        <source>نسخهٔ {version} دفتر را چنان که امروز است باز نمی‌کند، و پشتیبانی که آن نسخه باز کند نیست.</source>
        <translation>Version {version} does not open the office as it is today, and there is no backup that it opens.</translation>
    </message>
    <message>
        <source>نسخهٔ پیشین پشتیبان را بازنگرداند؛ چیزی تغییر نکرد. شاید گذرواژه از آن زمان عوض شده است.</source>
        <translation>The earlier version did not restore the backup; nothing was changed. Perhaps the password was changed since.</translation>
    </message>
    <message>
        <source>شمارهٔ هویتی یکسان</source>
        <translation>Same identity number</translation>
    </message>
    <message>
        <source>شمارهٔ هویتی با یک رقم تفاوت</source>
        <translation>Identity numbers that differ in one digit</translation>
    </message>
    <message>
        <source>نام و نام خانوادگی یکسان</source>
        <translation>Same full name</translation>
    </message>
    <message>
        <source>نام و نام خانوادگی هم‌آوا</source>
        <translation>Names that sound alike</translation>
    </message>
    <message>
        <source>نام یکسان، یکی با «سید» یا «حاج»</source>
        <translation>Same name, one with “Seyyed” or “Haj”</translation>
    </message>
    <message>
        <source>نام و نام خانوادگی نزدیک</source>
        <translation>Similar full name</translation>
    </message>
    <message>
        <source>جابه‌جایی نام و نام خانوادگی</source>
        <translation>Name and family name swapped</translation>
    </message>
    <message>
        <source>تاریخ تولد یکسان</source>
        <translation>Same date of birth</translation>
    </message>
    <message>
        <source>تاریخ تولد نزدیک</source>
        <translation>Dates of birth close together</translation>
    </message>
    <message>
        <source>سال تولد یکسان</source>
        <translation>Same year of birth</translation>
    </message>
    <message>
        <source>سن نزدیک</source>
        <translation>Ages close together</translation>
    </message>
    <message>
        <source>نام پدر یکسان</source>
        <translation>Same father&apos;s name</translation>
    </message>
    <message>
        <source>نام پدر نزدیک</source>
        <translation>Similar father&apos;s names</translation>
    </message>
    <message>
        <source>شمارهٔ همراه یکسان</source>
        <translation>Same mobile number</translation>
    </message>
    <message>
        <source>شمارهٔ هویتی دیگر</source>
        <translation>Another identity number</translation>
    </message>
    <message>
        <source>نام دیگر</source>
        <translation>Another name</translation>
    </message>
    <message>
        <source>نام خانوادگی دیگر</source>
        <translation>Another family name</translation>
    </message>
    <message>
        <source>تاریخ تولد دور</source>
        <translation>Dates of birth far apart</translation>
    </message>
    <message>
        <source>نام پدر دیگر</source>
        <translation>Another father&apos;s name</translation>
    </message>
    <message>
        <source>جنس دیگر</source>
        <translation>Another sex</translation>
    </message>
    <message>
        <source>فروردین</source>
        <translation>Farvardin</translation>
    </message>
    <message>
        <source>اردیبهشت</source>
        <translation>Ordibehesht</translation>
    </message>
    <message>
        <source>خرداد</source>
        <translation>Khordad</translation>
    </message>
    <message>
        <source>تیر</source>
        <translation>Tir</translation>
    </message>
    <message>
        <source>مرداد</source>
        <translation>Mordad</translation>
    </message>
    <message>
        <source>شهریور</source>
        <translation>Shahrivar</translation>
    </message>
    <message>
        <source>مهر</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>آبان</source>
        <translation>Aban</translation>
    </message>
    <message>
        <source>آذر</source>
        <translation>Azar</translation>
    </message>
    <message>
        <source>دی</source>
        <translation>Dey</translation>
    </message>
    <message>
        <source>بهمن</source>
        <translation>Bahman</translation>
    </message>
    <message>
        <source>اسفند</source>
        <translation>Esfand</translation>
    </message>
    <message>
        <source>شنبه</source>
        <translation>Saturday</translation>
    </message>
    <message>
        <source>یکشنبه</source>
        <translation>Sunday</translation>
    </message>
    <message>
        <source>دوشنبه</source>
        <translation>Monday</translation>
    </message>
    <message>
        <source>سه‌شنبه</source>
        <translation>Tuesday</translation>
    </message>
    <message>
        <source>چهارشنبه</source>
        <translation>Wednesday</translation>
    </message>
    <message>
        <source>پنجشنبه</source>
        <translation>Thursday</translation>
    </message>
    <message>
        <source>جمعه</source>
        <translation>Friday</translation>
    </message>
    <message>
        <source>خوزستان</source>
        <translation>Khuzestan</translation>
    </message>
    <message>
        <source>سیستان و بلوچستان</source>
        <translation>Sistan and Baluchestan</translation>
    </message>
    <message>
        <source>اگر کسی در خطر است: اورژانس اجتماعی ۱۲۳ (شبانه‌روز، بی‌نام). اگر خطر همین دم است: پلیس ۱۱۰ و اورژانس ۱۱۵.</source>
        <translation>If somebody is in danger: Social Emergency 123 (day and night, anonymous). If the danger is immediate: police 110 and ambulance 115.</translation>
    </message>
    <message>
        <source>برای درمان و مشاوره: مرکز بهداشت، کلینیک‌های مددکاری و خط مشاورهٔ بهزیستی ۱۴۸۰.</source>
        <translation>For treatment and counselling: the health center, social work clinics and the Welfare Organization&apos;s counselling line 1480.</translation>
    </message>
    <message>
        <source>دربارهٔ کودک در معرض خطر با ۱۲۳ تماس بگیرید؛ نام گزارش‌دهنده پوشیده می‌ماند.</source>
        <translation>About a child at risk call 123; whoever reports stays unnamed.</translation>
    </message>
    <message>
        <source>در پرونده دلیل و داستان نوشته نمی‌شود؛ تنها «مراجعه به خدمات مشاوره» یا «مراجعه به خدمات درمان»، با رضایت خود فرد.</source>
        <translation>The file holds no causes and no stories; only “referred to counselling” or “referred to treatment”, with the person&apos;s own consent.</translation>
    </message>
    <message>
        <source>سرباز</source>
        <comment>county</comment>
        <translation>Sarbaz</translation>
    </message>
    <message>
        <source>جلسه</source>
        <comment>need_source</comment>
        <translation>Meeting</translation>
    </message>
    <message>
        <source>جلسه</source>
        <comment>referral_mode</comment>
        <translation>Meeting</translation>
    </message>
    <message>
        <source>ارجاع به دستگاه دیگر</source>
        <comment>response_type</comment>
        <translation>Redirected to another agency</translation>
    </message>
    <message>
        <source>ثبت‌نام</source>
        <comment>workshop_status</comment>
        <translation>Open for enrolment</translation>
    </message>
    <message>
        <source>دارد</source>
        <comment>yes_no_unknown</comment>
        <translation>Yes</translation>
    </message>
    <message>
        <source>ندارد</source>
        <comment>yes_no_unknown</comment>
        <translation>No</translation>
    </message>
    <message>
        <source>گذرواژه داده نشده است؛ آن را در TASHILGAR_PASSWORD بگذارید.</source>
        <translation>No password was given; put it into TASHILGAR_PASSWORD.</translation>
    </message>
    <message>
        <source>مبلغ روشن نیست؛ مانند ۲٬۵۰۰ میلیون تومان بنویسید.</source>
        <translation>The amount is not clear; write it like 2,500 million tomans.</translation>
    </message>
    <message>
        <source>این مدرک پیش‌تر برای همین فرد ثبت شده است.</source>
        <translation>This document is already recorded for this person.</translation>
    </message>
    <message>
        <source>برای فرستادن دادهٔ شخصی، رضایت زندهٔ فرد برای ارجاع به همین دستگاه لازم است.</source>
        <translation>Sending personal data needs the person&apos;s living consent to referral to this very agency.</translation>
    </message>
    <message>
        <source>در این پوشه دفتری نیست.</source>
        <translation>There is no office in this folder.</translation>
    </message>
    <message>
        <source>در این پوشه دفتری هست؛ پوشهٔ دیگری برگزینید.</source>
        <translation>There is an office in this folder; choose another folder.</translation>
    </message>
    <message>
        <source>پروندهٔ کلیدها (office.keys) در پوشهٔ دفتر نیست؛ آن را از پشتیبان بازگردانید.</source>
        <translation>The key file (office.keys) is missing from the office&apos;s folder; restore it from a backup.</translation>
    </message>
    <message>
        <source>پروندهٔ کلیدها آسیب دیده است؛ آن را از پشتیبان بازگردانید.</source>
        <translation>The key file is damaged; restore it from a backup.</translation>
    </message>
    <message>
        <source>این پرونده، پروندهٔ دفتر تسهیلگر نیست یا آسیب دیده است.</source>
        <translation>This file is not a Tashilgar office file, or it is damaged.</translation>
    </message>
    <message>
        <source>این پروندهٔ دفتر رمز ندارد و گشوده نشد.</source>
        <translation>This office file is not encrypted and was not opened.</translation>
    </message>
    <message>
        <source>نسخهٔ دیگری از برنامه همین دفتر را گشوده است.</source>
        <translation>Another copy of the program has this office open.</translation>
    </message>
    <message>
        <source>در پوشهٔ دفتر نمی‌توان نوشت؛ اجازهٔ پوشه را ببینید.</source>
        <translation>The office&apos;s folder cannot be written to; look at its permissions.</translation>
    </message>
    <message>
        <source>این دفتر با نسخهٔ تازه‌تری از برنامه ساخته شده است؛ برنامه را روزآمد کنید.</source>
        <translation>This office was made by a newer version of the program; update the program.</translation>
    </message>
    <message>
        <source>دیسک پر است؛ چیزی ثبت نشد. جا باز کنید و دوباره بکوشید.</source>
        <translation>The disk is full; nothing was saved. Make room and try again.</translation>
    </message>
    <message>
        <source>بخشی از پروندهٔ دفتر خوانده نمی‌شود؛ از پشتیبان بازگردانید.</source>
        <translation>A part of the office file cannot be read; restore it from a backup.</translation>
    </message>
    <message>
        <source>کد بازیابی درست نیست.</source>
        <translation>The recovery code is wrong.</translation>
    </message>
    <message>
        <source>این پرونده را نمی‌توان نوشت.</source>
        <translation>This file cannot be written.</translation>
    </message>
    <message>
        <source>این پرونده خوانده نشد.</source>
        <translation>This file could not be read.</translation>
    </message>
    <message>
        <source>پروندهٔ دفتر مشغول است؛ کمی بعد دوباره بکوشید.</source>
        <translation>The office file is busy; try again in a moment.</translation>
    </message>
    <message>
        <source>کار به خواست شما نیمه‌کاره رها شد.</source>
        <translation>The work was stopped midway, as you asked.</translation>
    </message>
    <message>
        <source>آغاز نوروز</source>
        <translation>Nowruz, first day</translation>
    </message>
    <message>
        <source>نوروز</source>
        <translation>Nowruz</translation>
    </message>
    <message>
        <source>روز جمهوری اسلامی</source>
        <translation>Islamic Republic Day</translation>
    </message>
    <message>
        <source>روز طبیعت</source>
        <translation>Nature Day</translation>
    </message>
    <message>
        <source>رحلت امام خمینی</source>
        <translation>Death of Imam Khomeini</translation>
    </message>
    <message>
        <source>قیام ۱۵ خرداد</source>
        <translation>Uprising of 15 Khordad</translation>
    </message>
    <message>
        <source>پیروزی انقلاب اسلامی</source>
        <translation>Victory of the Islamic Revolution</translation>
    </message>
    <message>
        <source>روز ملی شدن صنعت نفت</source>
        <translation>Nationalisation of oil</translation>
    </message>
    <message>
        <source>آخرین روز سال کبیسه</source>
        <translation>Last day of a leap year</translation>
    </message>
    <message>
        <source>شهادت امام علی (ع)</source>
        <translation>Martyrdom of Imam Ali</translation>
    </message>
    <message>
        <source>عید فطر</source>
        <translation>Eid al-Fitr</translation>
    </message>
    <message>
        <source>تعطیلی عید فطر</source>
        <translation>Eid al-Fitr, second day</translation>
    </message>
    <message>
        <source>شهادت امام صادق (ع)</source>
        <translation>Martyrdom of Imam Sadiq</translation>
    </message>
    <message>
        <source>عید قربان</source>
        <translation>Eid al-Adha</translation>
    </message>
    <message>
        <source>عید غدیر خم</source>
        <translation>Eid al-Ghadir</translation>
    </message>
    <message>
        <source>تاسوعا</source>
        <translation>Tasu’a</translation>
    </message>
    <message>
        <source>عاشورا</source>
        <translation>Ashura</translation>
    </message>
    <message>
        <source>اربعین</source>
        <translation>Arba’een</translation>
    </message>
    <message>
        <source>رحلت پیامبر (ص) و شهادت امام حسن (ع)</source>
        <translation>Death of the Prophet and martyrdom of Imam Hasan</translation>
    </message>
    <message>
        <source>شهادت امام رضا (ع)</source>
        <translation>Martyrdom of Imam Reza</translation>
    </message>
    <message>
        <source>شهادت امام حسن عسکری (ع)</source>
        <translation>Martyrdom of Imam Hasan Askari</translation>
    </message>
    <message>
        <source>میلاد پیامبر (ص) و امام صادق (ع)</source>
        <translation>Birth of the Prophet and Imam Sadiq</translation>
    </message>
    <message>
        <source>شهادت فاطمه زهرا (س)</source>
        <translation>Martyrdom of Fatimah Zahra</translation>
    </message>
    <message>
        <source>ولادت امام علی (ع)</source>
        <translation>Birth of Imam Ali</translation>
    </message>
    <message>
        <source>مبعث پیامبر (ص)</source>
        <translation>Mab’ath of the Prophet</translation>
    </message>
    <message>
        <source>ولادت امام زمان (عج)</source>
        <translation>Birth of Imam Mahdi</translation>
    </message>
    <message>
        <source>سرفصل‌ها</source>
        <translation>Topics</translation>
    </message>
    <message>
        <source>برای برنامهٔ ماه محله و گواهی</source>
        <translation>For the month&apos;s programme and the certificate</translation>
    </message>
    <message>
        <source>جای نگهداری کودک</source>
        <translation>Childcare places</translation>
    </message>
    <message>
        <source>تاریخ برنامه‌ریزی</source>
        <translation>Planned on</translation>
    </message>
    <message>
        <source>گام کارگاه</source>
        <translation>Workshop step</translation>
    </message>
    <message>
        <source>گام‌های کارگاه</source>
        <translation>Workshop steps</translation>
    </message>
    <message>
        <source>تاریخ گرفتن جا</source>
        <translation>Got a place on</translation>
    </message>
    <message>
        <source>تاریخ خبر دادن</source>
        <translation>Told on</translation>
    </message>
    <message>
        <source>تاریخ انصراف</source>
        <translation>Withdrawn on</translation>
    </message>
    <message>
        <source>گواهی</source>
        <translation>Certificate</translation>
    </message>
    <message>
        <source>گواهی‌ها</source>
        <translation>Certificates</translation>
    </message>
    <message>
        <source>شمارهٔ گواهی</source>
        <translation>Certificate number</translation>
    </message>
    <message>
        <source>ساعت</source>
        <translation>Hours</translation>
    </message>
    <message>
        <source>اگر خالی بماند، جمع ساعت جلسه‌های برگزارشده</source>
        <translation>If left empty, the hours of the sessions held</translation>
    </message>
    <message>
        <source>تاریخ صدور</source>
        <translation>Issued on</translation>
    </message>
    <message>
        <source>شمار چاپ</source>
        <translation>Times printed</translation>
    </message>
    <message>
        <source>پیگیری پیامد</source>
        <translation>Outcome follow-up</translation>
    </message>
    <message>
        <source>پیگیری‌های پیامد</source>
        <translation>Outcome follow-ups</translation>
    </message>
    <message>
        <source>سررسید</source>
        <translation>Due on</translation>
    </message>
    <message>
        <source>اگر خالی بماند، نود روز پس از آخرین جلسه</source>
        <translation>If left empty, ninety days after the last session</translation>
    </message>
    <message>
        <source>تاریخ پیگیری</source>
        <translation>Followed up on</translation>
    </message>
    <message>
        <source>در دسترس بود</source>
        <translation>Was reached</translation>
    </message>
    <message>
        <source>پیامد</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>دامنهٔ درآمد ماهانه</source>
        <translation>Monthly income band</translation>
    </message>
    <message>
        <source>تنها با رضایت زندهٔ خود فرد</source>
        <translation>Only with the person&apos;s own live consent</translation>
    </message>
    <message>
        <source>ماه سررسید</source>
        <translation>Month due</translation>
    </message>
    <message>
        <source>رویدادها</source>
        <translation>Events</translation>
    </message>
    <message>
        <source>اگر خالی بماند، از روی نوع</source>
        <translation>If left empty, by the type</translation>
    </message>
    <message>
        <source>اگر خالی بماند، همان روز</source>
        <translation>If left empty, the same day</translation>
    </message>
    <message>
        <source>ساعت آغاز</source>
        <translation>Starts at</translation>
    </message>
    <message>
        <source>ساعت پایان</source>
        <translation>Ends at</translation>
    </message>
    <message>
        <source>همکاران رویداد</source>
        <translation>Partners of the event</translation>
    </message>
    <message>
        <source>متن دعوت</source>
        <translation>Text of the invitation</translation>
    </message>
    <message>
        <source>برای برنامهٔ ماه محله</source>
        <translation>For the month&apos;s programme of the neighbourhood</translation>
    </message>
    <message>
        <source>زنان حاضر</source>
        <translation>Women present</translation>
    </message>
    <message>
        <source>مردان حاضر</source>
        <translation>Men present</translation>
    </message>
    <message>
        <source>کودکان حاضر</source>
        <translation>Children present</translation>
    </message>
    <message>
        <source>ورزشکار</source>
        <translation>Athletes</translation>
    </message>
    <message>
        <source>تماشاگر</source>
        <translation>Spectators</translation>
    </message>
    <message>
        <source>تیم</source>
        <translation>Teams</translation>
    </message>
    <message>
        <source>شمار غرفه</source>
        <translation>Number of stalls</translation>
    </message>
    <message>
        <source>برای بازارچه و نمایشگاه</source>
        <translation>For markets and exhibitions</translation>
    </message>
    <message>
        <source>فروش</source>
        <translation>Sales</translation>
    </message>
    <message>
        <source>تاریخ رویداد رسیده باشد؛ شمار حاضران همین‌جا یا پیش از گزارش نوشته می‌شود.</source>
        <translation>The day of the event has come; how many were present is written here or before the report.</translation>
    </message>
    <message>
        <source>گزارش رویداد</source>
        <translation>Report the event</translation>
    </message>
    <message>
        <source>شمار حاضران می‌خواهد؛ بازارچه شمار غرفه و فروش هم می‌خواهد، که اگر نوشته نشده از غرفه‌ها جمع می‌شود.</source>
        <translation>Needs the number of people present; a market also needs the number of stalls and the sales, summed from the stalls where they were not written.</translation>
    </message>
    <message>
        <source>برای درست کردن شماری که اشتباه گزارش شده است.</source>
        <translation>To mend a number that was reported wrongly.</translation>
    </message>
    <message>
        <source>لغو رویداد</source>
        <translation>Cancel the event</translation>
    </message>
    <message>
        <source>غرفه</source>
        <translation>Stall</translation>
    </message>
    <message>
        <source>غرفه‌ها</source>
        <translation>Stalls</translation>
    </message>
    <message>
        <source>بازارچه</source>
        <translation>Market</translation>
    </message>
    <message>
        <source>کالا</source>
        <translation>Goods</translation>
    </message>
    <message>
        <source>برگهٔ رضایت‌سنجی</source>
        <translation>Satisfaction form</translation>
    </message>
    <message>
        <source>برگه‌های رضایت‌سنجی</source>
        <translation>Satisfaction forms</translation>
    </message>
    <message>
        <source>نظر</source>
        <translation>Comment</translation>
    </message>
    <message>
        <source>بی‌نام؛ نام هیچ‌کس نوشته نمی‌شود</source>
        <translation>Anonymous; nobody&apos;s name is written</translation>
    </message>
    <message>
        <source>ارزیابی</source>
        <translation>Evaluation</translation>
    </message>
    <message>
        <source>ارزیابی‌ها</source>
        <translation>Evaluations</translation>
    </message>
    <message>
        <source>ارزیابیِ</source>
        <translation>Evaluation of</translation>
    </message>
    <message>
        <source>دوره</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>برای نمونه: شهریور ۱۴۰۴</source>
        <translation>For example: Shahrivar 1404</translation>
    </message>
    <message>
        <source>ارزیاب</source>
        <translation>Evaluator</translation>
    </message>
    <message>
        <source>معیارها</source>
        <translation>Criteria</translation>
    </message>
    <message>
        <source>نقطه‌های قوت</source>
        <translation>Strengths</translation>
    </message>
    <message>
        <source>پیشنهادها</source>
        <translation>Recommendations</translation>
    </message>
    <message>
        <source>پیوست</source>
        <translation>Attachment</translation>
    </message>
    <message>
        <source>پیوست‌ها</source>
        <translation>Attachments</translation>
    </message>
    <message>
        <source>پیوستِ</source>
        <translation>Attached to</translation>
    </message>
    <message>
        <source>چهرهٔ کسی پیداست</source>
        <translation>Somebody&apos;s face can be seen</translation>
    </message>
    <message>
        <source>نام پرونده</source>
        <translation>File name</translation>
    </message>
    <message>
        <source>قالب</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>اندازه (بایت)</source>
        <translation>Size (bytes)</translation>
    </message>
    <message>
        <source>چکیده</source>
        <translation>Digest</translation>
    </message>
    <message>
        <source>فرد در عکس</source>
        <translation>Person in a photo</translation>
    </message>
    <message>
        <source>افراد در عکس</source>
        <translation>People in photos</translation>
    </message>
    <message>
        <source>معیار</source>
        <translation>Criterion</translation>
    </message>
    <message>
        <source>وزن</source>
        <translation>Weight</translation>
    </message>
    <message>
        <source>امتیاز (۰ تا ۵)</source>
        <translation>Score (0 to 5)</translation>
    </message>
    <message>
        <source>شروع شغل خانگی</source>
        <translation>Started a home business</translation>
    </message>
    <message>
        <source>یافتن کار</source>
        <translation>Found work</translation>
    </message>
    <message>
        <source>ادامه تحصیل</source>
        <translation>Continued studying</translation>
    </message>
    <message>
        <source>فروش در بازارچه</source>
        <translation>Sold at the market</translation>
    </message>
    <message>
        <source>عدم تغییر</source>
        <translation>No change</translation>
    </message>
    <message>
        <source>ورزشی</source>
        <translation>Sports</translation>
    </message>
    <message>
        <source>بازی‌های بومی‌محلی</source>
        <translation>Local games</translation>
    </message>
    <message>
        <source>هنری</source>
        <translation>Arts</translation>
    </message>
    <message>
        <source>مذهبی</source>
        <translation>Religious</translation>
    </message>
    <message>
        <source>بازارچه صنایع دستی</source>
        <translation>Handicraft market</translation>
    </message>
    <message>
        <source>نمایشگاه</source>
        <translation>Exhibition</translation>
    </message>
    <message>
        <source>پاک‌سازی محله</source>
        <translation>Neighbourhood clean-up</translation>
    </message>
    <message>
        <source>آیین افتتاح</source>
        <translation>Opening ceremony</translation>
    </message>
    <message>
        <source>اردو</source>
        <translation>Camp</translation>
    </message>
    <message>
        <source>پویش</source>
        <translation>Campaign</translation>
    </message>
    <message>
        <source>برگزارشده</source>
        <translation>Held</translation>
    </message>
    <message>
        <source>طرح سمن</source>
        <translation>NGO plan</translation>
    </message>
    <message>
        <source>عکس جا</source>
        <translation>Photo of a place</translation>
    </message>
    <message>
        <source>عکس افراد</source>
        <translation>Photo of people</translation>
    </message>
    <message>
        <source>برگه یا سند</source>
        <translation>Paper or document</translation>
    </message>
    <message>
        <source>شمار جا تنها برای کارگاهی است که نگهداری کودک دارد.</source>
        <translation>Places are only for a workshop that has childcare.</translation>
    </message>
    <message>
        <source>برای این فرد در این کارگاه گواهی صادر شده است.</source>
        <translation>This person already has a certificate of this workshop.</translation>
    </message>
    <message>
        <source>گواهی تنها برای کسی است که کارگاه را تکمیل کرده است.</source>
        <translation>A certificate is only for somebody who completed the workshop.</translation>
    </message>
    <message>
        <source>گواهی صادر شده است و آنچه بر آن نوشته شده دیگر تغییر نمی‌کند.</source>
        <translation>The certificate has been issued and what it says no longer changes.</translation>
    </message>
    <message>
        <source>پیگیری این فرد برای این کارگاه ثبت شده است.</source>
        <translation>This person&apos;s follow-up for this workshop is already there.</translation>
    </message>
    <message>
        <source>برای کسی که در دسترس نبود پیامدی نوشته نمی‌شود.</source>
        <translation>No outcome is written for somebody who was not reached.</translation>
    </message>
    <message>
        <source>یا کارگاه را برگزینید یا رویداد را.</source>
        <translation>Choose either a workshop or an event.</translation>
    </message>
    <message>
        <source>دست‌کم یک معیار وزن می‌خواهد.</source>
        <translation>At least one criterion needs a weight.</translation>
    </message>
    <message>
        <source>شمار حاضران را بنویسید: زنان، مردان و کودکان، یا ورزشکاران و تماشاگران.</source>
        <translation>Write how many were present: women, men and children, or athletes and spectators.</translation>
    </message>
    <message>
        <source>غرفه و فروش تنها برای بازارچه و نمایشگاه است.</source>
        <translation>Stalls and sales are only for markets and exhibitions.</translation>
    </message>
    <message>
        <source>این رویداد گزارش شده است؛ مدیر دفتر می‌تواند آن را باز کند.</source>
        <translation>This event has been reported; the office manager can reopen it.</translation>
    </message>
    <message>
        <source>یا یک ساکن را برگزینید یا یک گروه محلی را.</source>
        <translation>Choose either a resident or a local group.</translation>
    </message>
    <message>
        <source>در عکس افراد چهره پیداست؛ اگر پیدا نیست گونه را «عکس جا» بگذارید.</source>
        <translation>A photo of people shows faces; if none can be seen, make it a photo of a place.</translation>
    </message>
    <message>
        <source>استان</source>
        <translation>Province</translation>
    </message>
    <message>
        <source>استان‌ها</source>
        <translation>Provinces</translation>
    </message>
    <message>
        <source>کد استان</source>
        <translation>Province code</translation>
    </message>
    <message>
        <source>نام استان</source>
        <translation>Province name</translation>
    </message>
    <message>
        <source>پیش‌شمارهٔ تلفن</source>
        <translation>Telephone prefix</translation>
    </message>
    <message>
        <source>شهرستان‌ها</source>
        <translation>Counties</translation>
    </message>
    <message>
        <source>کد شهرستان</source>
        <translation>County code</translation>
    </message>
    <message>
        <source>نام شهرستان</source>
        <translation>County name</translation>
    </message>
    <message>
        <source>کد مرکز آمار (تأییدنشده)</source>
        <translation>Statistical centre&apos;s code (unverified)</translation>
    </message>
    <message>
        <source>عنوان فرماندار</source>
        <translation>Governor&apos;s title</translation>
    </message>
    <message>
        <source>برای نمونه: فرماندار ویژه</source>
        <translation>For example: Special Governor</translation>
    </message>
    <message>
        <source>گونهٔ آسیب</source>
        <translation>Kind of harm</translation>
    </message>
    <message>
        <source>گونه‌های آسیب</source>
        <translation>Kinds of harm</translation>
    </message>
    <message>
        <source>کد</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>نام آسیب</source>
        <translation>Name of the harm</translation>
    </message>
    <message>
        <source>نهاده‌شده از سوی</source>
        <translation>Set by</translation>
    </message>
    <message>
        <source>آسیب اولویت‌دار</source>
        <translation>Priority harm</translation>
    </message>
    <message>
        <source>آسیب‌های اولویت‌دار</source>
        <translation>Priority harms</translation>
    </message>
    <message>
        <source>آسیب</source>
        <translation>Harm</translation>
    </message>
    <message>
        <source>جایگاه</source>
        <translation>Rank</translation>
    </message>
    <message>
        <source>برنامهٔ فرادست</source>
        <translation>Umbrella programme</translation>
    </message>
    <message>
        <source>برنامه‌های فرادست</source>
        <translation>Umbrella programmes</translation>
    </message>
    <message>
        <source>برای نمونه «طرح نجات»</source>
        <translation>For example “Nejat plan”</translation>
    </message>
    <message>
        <source>یکای پول در گزارش‌ها</source>
        <translation>Unit of money in reports</translation>
    </message>
    <message>
        <source>همهٔ مبلغ‌های یک گزارش با یک یکا نوشته می‌شوند.</source>
        <translation>All amounts of a report are written in one unit.</translation>
    </message>
    <message>
        <source>مهلت طرح سمن</source>
        <translation>Term of NGO plans</translation>
    </message>
    <message>
        <source>سه ماه شمسی همان نود روز نیست.</source>
        <translation>Three months of the calendar are not ninety days.</translation>
    </message>
    <message>
        <source>صدور مجوز</source>
        <translation>Issue the licence</translation>
    </message>
    <message>
        <source>شماره و تاریخ مجوز می‌خواهد.</source>
        <translation>Needs the number and date of the licence.</translation>
    </message>
    <message>
        <source>گشایش دفتر</source>
        <translation>Open the office</translation>
    </message>
    <message>
        <source>تعلیق</source>
        <translation>Suspend</translation>
    </message>
    <message>
        <source>آغاز دوباره</source>
        <translation>Start again</translation>
    </message>
    <message>
        <source>بستن دفتر</source>
        <translation>Close the office</translation>
    </message>
    <message>
        <source>داده‌ها می‌مانند؛ بستهٔ تحویل برای مجری بعدی ساخته می‌شود.</source>
        <translation>The data remain; a handover package is made for the next operator.</translation>
    </message>
    <message>
        <source>ساخت‌وساز غیررسمی</source>
        <translation>Informal building</translation>
    </message>
    <message>
        <source>اگر خالی بماند: همین دفتر.</source>
        <translation>If left empty: this office.</translation>
    </message>
    <message>
        <source>جمعیت شهر</source>
        <translation>Population of a city</translation>
    </message>
    <message>
        <source>جمعیت شهرها</source>
        <translation>Populations of cities</translation>
    </message>
    <message>
        <source>نظرسنجی محله</source>
        <translation>Neighbourhood survey</translation>
    </message>
    <message>
        <source>نظرسنجی‌های محله</source>
        <translation>Neighbourhood surveys</translation>
    </message>
    <message>
        <source>شمار پاسخ‌دهندگان</source>
        <translation>Number of respondents</translation>
    </message>
    <message>
        <source>کیفیت زندگی</source>
        <translation>Quality of life</translation>
    </message>
    <message>
        <source>اعتماد به یکدیگر</source>
        <translation>Trust in one another</translation>
    </message>
    <message>
        <source>تعلق به محله</source>
        <translation>Belonging to the neighbourhood</translation>
    </message>
    <message>
        <source>مشارکت</source>
        <translation>Participation</translation>
    </message>
    <message>
        <source>احساس امنیت</source>
        <translation>Feeling of safety</translation>
    </message>
    <message>
        <source>قرارداد واگذاری</source>
        <translation>Operator&apos;s contract</translation>
    </message>
    <message>
        <source>قراردادهای واگذاری</source>
        <translation>Operators&apos; contracts</translation>
    </message>
    <message>
        <source>شمارهٔ قرارداد</source>
        <translation>Contract number</translation>
    </message>
    <message>
        <source>مبلغ</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>مبلغ، آن‌گونه که نوشته شد</source>
        <translation>Amount as typed</translation>
    </message>
    <message>
        <source>یکای نوشته‌شده</source>
        <translation>Unit as typed</translation>
    </message>
    <message>
        <source>تحویل به مجری بعدی</source>
        <translation>Handover to the next operator</translation>
    </message>
    <message>
        <source>تاریخ وضعیت تحویل</source>
        <translation>Date of the handover&apos;s state</translation>
    </message>
    <message>
        <source>تاریخ تحویل</source>
        <translation>Date of handover</translation>
    </message>
    <message>
        <source>مجری بعدی</source>
        <translation>Next operator</translation>
    </message>
    <message>
        <source>نشان بستهٔ تحویل</source>
        <translation>Fingerprint of the handover package</translation>
    </message>
    <message>
        <source>تاریخ امحای نسخهٔ مجری</source>
        <translation>Date the operator&apos;s copy was destroyed</translation>
    </message>
    <message>
        <source>بسته آماده شد</source>
        <translation>Package ready</translation>
    </message>
    <message>
        <source>تحویل شد</source>
        <translation>Delivered</translation>
    </message>
    <message>
        <source>پذیرفته شد</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>نسخهٔ مجری پیشین با گواهی امحا از میان می‌رود.</source>
        <translation>The former operator&apos;s copy is destroyed with a certificate.</translation>
    </message>
    <message>
        <source>دستورالعمل</source>
        <translation>Directive</translation>
    </message>
    <message>
        <source>دستورالعمل‌ها</source>
        <translation>Directives</translation>
    </message>
    <message>
        <source>صادرکننده</source>
        <translation>Issued by</translation>
    </message>
    <message>
        <source>مکان خدماتی</source>
        <translation>Facility</translation>
    </message>
    <message>
        <source>مکان‌های خدماتی</source>
        <translation>Facilities</translation>
    </message>
    <message>
        <source>مالک</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>بهره‌بردار</source>
        <translation>Operated by</translation>
    </message>
    <message>
        <source>زیربنا (متر مربع)</source>
        <translation>Floor area (m²)</translation>
    </message>
    <message>
        <source>خدمت‌ها</source>
        <translation>Services</translation>
    </message>
    <message>
        <source>شمار شاغلان</source>
        <translation>Number of jobs</translation>
    </message>
    <message>
        <source>سرانهٔ استاندارد</source>
        <translation>Service standard</translation>
    </message>
    <message>
        <source>سرانه‌های استاندارد</source>
        <translation>Service standards</translation>
    </message>
    <message>
        <source>خدمت</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>یکا</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>استاندارد</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>از سال</source>
        <translation>From year</translation>
    </message>
    <message>
        <source>سرانهٔ خدمت</source>
        <translation>Level of service</translation>
    </message>
    <message>
        <source>سرانهٔ خدمات</source>
        <translation>Levels of service</translation>
    </message>
    <message>
        <source>مقدار</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>اگر خالی بماند، از استانداردی که استان نهاده است.</source>
        <translation>If left empty: the standard that the province has set.</translation>
    </message>
    <message>
        <source>کمبود</source>
        <translation>Lacking</translation>
    </message>
    <message>
        <source>تجربهٔ خوب برای دیگران</source>
        <translation>Good practice for others</translation>
    </message>
    <message>
        <source>ظرفیت محله</source>
        <translation>Capacity of the neighbourhood</translation>
    </message>
    <message>
        <source>ظرفیت‌های محله</source>
        <translation>Capacities of the neighbourhood</translation>
    </message>
    <message>
        <source>مالک یا متولی</source>
        <translation>Owner or keeper</translation>
    </message>
    <message>
        <source>کاربری‌های پیشنهادی</source>
        <translation>Proposed uses</translation>
    </message>
    <message>
        <source>وضعیت بهره‌برداری</source>
        <translation>State of use</translation>
    </message>
    <message>
        <source>تاریخ شناسایی</source>
        <translation>Date identified</translation>
    </message>
    <message>
        <source>مشاهدهٔ آسیب</source>
        <translation>Harm observed</translation>
    </message>
    <message>
        <source>مشاهده‌های آسیب</source>
        <translation>Harms observed</translation>
    </message>
    <message>
        <source>نقطه</source>
        <translation>Spot</translation>
    </message>
    <message>
        <source>جایی همگانی، نه خانهٔ کسی؛ برای نمونه «زمین خاکی پشت بازار».</source>
        <translation>A public place, nobody&apos;s home; for example “the dirt field behind the market”.</translation>
    </message>
    <message>
        <source>شدت</source>
        <translation>Severity</translation>
    </message>
    <message>
        <source>زمینهٔ بروز</source>
        <translation>Ground it arises from</translation>
    </message>
    <message>
        <source>تاریخ مشاهده</source>
        <translation>Date observed</translation>
    </message>
    <message>
        <source>گواه</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>اقدام پیشنهادی</source>
        <translation>Proposed action</translation>
    </message>
    <message>
        <source>نیاز محله</source>
        <translation>Need of the neighbourhood</translation>
    </message>
    <message>
        <source>نیازی در سطح محله یا گروه</source>
        <translation>A need of a neighbourhood or group</translation>
    </message>
    <message>
        <source>بازدید سرزده</source>
        <translation>Surprise inspection</translation>
    </message>
    <message>
        <source>بازدیدهای سرزده</source>
        <translation>Surprise inspections</translation>
    </message>
    <message>
        <source>ماه برنامه</source>
        <translation>Planned month</translation>
    </message>
    <message>
        <source>سند</source>
        <translation>Policy document</translation>
    </message>
    <message>
        <source>نوع مکان</source>
        <translation>Kind of place</translation>
    </message>
    <message>
        <source>نام مکان</source>
        <translation>Name of the place</translation>
    </message>
    <message>
        <source>اگر در فهرست مکان‌ها نیست.</source>
        <translation>If it is not in the list of facilities.</translation>
    </message>
    <message>
        <source>بازدیدکننده</source>
        <translation>Inspector</translation>
    </message>
    <message>
        <source>تاریخ بازدید</source>
        <translation>Date of the visit</translation>
    </message>
    <message>
        <source>یافته‌ها</source>
        <translation>Findings</translation>
    </message>
    <message>
        <source>مهلت رفع</source>
        <translation>To be mended by</translation>
    </message>
    <message>
        <source>بازدید دوم</source>
        <translation>Second visit</translation>
    </message>
    <message>
        <source>جلسه‌ها</source>
        <translation>Meetings</translation>
    </message>
    <message>
        <source>اگر جلسهٔ یک کارگروه یا گروه محله است.</source>
        <translation>If it is a meeting of a working group or a group of the neighbourhood.</translation>
    </message>
    <message>
        <source>دستور جلسه</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>رئیس جلسه</source>
        <translation>Chair</translation>
    </message>
    <message>
        <source>سمت کسی که جلسه را گرداند.</source>
        <translation>The post of whoever led the meeting.</translation>
    </message>
    <message>
        <source>حاضران</source>
        <translation>Attendees</translation>
    </message>
    <message>
        <source>خلاصهٔ گفت‌وگو</source>
        <translation>Summary of the discussion</translation>
    </message>
    <message>
        <source>مصوبه</source>
        <translation>Resolution</translation>
    </message>
    <message>
        <source>مصوبه‌ها</source>
        <translation>Resolutions</translation>
    </message>
    <message>
        <source>شمارهٔ مصوبه</source>
        <translation>Resolution number</translation>
    </message>
    <message>
        <source>اگر خالی بماند، برنامه می‌دهد.</source>
        <translation>If left empty, the program gives it.</translation>
    </message>
    <message>
        <source>متن مصوبه</source>
        <translation>Text of the resolution</translation>
    </message>
    <message>
        <source>همکار مسئول</source>
        <translation>Colleague responsible</translation>
    </message>
    <message>
        <source>تاریخ اجرا</source>
        <translation>Date done</translation>
    </message>
    <message>
        <source>نتیجه</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>اجرا شد</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>تاریخ اجرا روز گام است، مگر روز دیگری گفته شود.</source>
        <translation>The date is the day of the step unless another is told.</translation>
    </message>
    <message>
        <source>لغو</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>تفاهم‌نامه</source>
        <translation>Memorandum</translation>
    </message>
    <message>
        <source>تفاهم‌نامه‌ها</source>
        <translation>Memoranda</translation>
    </message>
    <message>
        <source>طرف‌ها</source>
        <translation>Parties</translation>
    </message>
    <message>
        <source>تاریخ امضا</source>
        <translation>Date signed</translation>
    </message>
    <message>
        <source>پیش‌نویس هنوز امضا نشده است.</source>
        <translation>A draft is not signed yet.</translation>
    </message>
    <message>
        <source>پس از این روز تفاهم‌نامه خودبه‌خود پایان یافته است.</source>
        <translation>After this day the memorandum has ended by itself.</translation>
    </message>
    <message>
        <source>حوزه‌ها</source>
        <translation>Fields</translation>
    </message>
    <message>
        <source>دلیل فسخ</source>
        <translation>Reason for termination</translation>
    </message>
    <message>
        <source>تاریخ امضا، آغاز و پایان می‌خواهد؛ پس از پایان خودبه‌خود پایان‌یافته است.</source>
        <translation>Needs the dates of signing, beginning and end; after its end it has ended by itself.</translation>
    </message>
    <message>
        <source>فسخ</source>
        <translation>Terminate</translation>
    </message>
    <message>
        <source>تعهد</source>
        <translation>Commitment</translation>
    </message>
    <message>
        <source>تعهدها</source>
        <translation>Commitments</translation>
    </message>
    <message>
        <source>دستگاه متعهد</source>
        <translation>Agency committed</translation>
    </message>
    <message>
        <source>اگر خالی بماند: خود دفتر.</source>
        <translation>If left empty: the office itself.</translation>
    </message>
    <message>
        <source>برای نمونه: دوره، نفر</source>
        <translation>For example: courses, people</translation>
    </message>
    <message>
        <source>اگر خالی بماند: پایان تفاهم‌نامه.</source>
        <translation>If left empty: the end of the memorandum.</translation>
    </message>
    <message>
        <source>مقدار اجراشده</source>
        <translation>Amount done</translation>
    </message>
    <message>
        <source>اعتبار</source>
        <translation>Credit</translation>
    </message>
    <message>
        <source>اعتبارها</source>
        <translation>Credits</translation>
    </message>
    <message>
        <source>سال مالی</source>
        <translation>Fiscal year</translation>
    </message>
    <message>
        <source>اگر خالی بماند: امسال.</source>
        <translation>If left empty: this year.</translation>
    </message>
    <message>
        <source>محل هزینه</source>
        <translation>Purpose</translation>
    </message>
    <message>
        <source>تقریبی است</source>
        <translation>Approximate</translation>
    </message>
    <message>
        <source>گیرنده</source>
        <translation>Recipient</translation>
    </message>
    <message>
        <source>سمن یا دستگاهی که اعتبار برای اوست؛ خالی یعنی خود دفتر.</source>
        <translation>The NGO or agency that the credit is for; empty means the office itself.</translation>
    </message>
    <message>
        <source>شمارهٔ نامه</source>
        <translation>Letter number</translation>
    </message>
    <message>
        <source>تاریخ درخواست</source>
        <translation>Date of request</translation>
    </message>
    <message>
        <source>دریافتی</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>برگشتی</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>تاریخ برگشت</source>
        <translation>Date returned</translation>
    </message>
    <message>
        <source>بر پایهٔ گزارش ماه</source>
        <translation>Based on the report of</translation>
    </message>
    <message>
        <source>گزارشی که اعتبار بر پایهٔ آن داده شد.</source>
        <translation>The report on whose basis the credit was given.</translation>
    </message>
    <message>
        <source>تصویب</source>
        <translation>Approve</translation>
    </message>
    <message>
        <source>تخصیص</source>
        <translation>Allocate</translation>
    </message>
    <message>
        <source>دریافت</source>
        <translation>Receive</translation>
    </message>
    <message>
        <source>همهٔ مبلغ، مگر کمتر از آن نوشته شود؛ دریافتی از مبلغ اعتبار بیشتر نمی‌شود.</source>
        <translation>The whole amount unless less is told; never more than the credit&apos;s amount.</translation>
    </message>
    <message>
        <source>برگشت</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>آنچه هزینه نشده برمی‌گردد، مگر کمتر از آن نوشته شود.</source>
        <translation>What was not spent goes back unless less is told.</translation>
    </message>
    <message>
        <source>هزینه‌ها</source>
        <translation>Expenses</translation>
    </message>
    <message>
        <source>گونهٔ هزینه</source>
        <translation>Kind of expense</translation>
    </message>
    <message>
        <source>شمارهٔ سند</source>
        <translation>Document number</translation>
    </message>
    <message>
        <source>چرا بیش از دریافتی</source>
        <translation>Why more than was received</translation>
    </message>
    <message>
        <source>اگر هزینه از آنچه دریافت شده بیشتر شود، مدیر دلیلش را می‌نویسد.</source>
        <translation>If the expense exceeds what was received, the manager writes why.</translation>
    </message>
    <message>
        <source>درخواست اعتبار</source>
        <translation>Credit request</translation>
    </message>
    <message>
        <source>درخواست‌های اعتبار</source>
        <translation>Credit requests</translation>
    </message>
    <message>
        <source>از دستگاه</source>
        <translation>Asked of</translation>
    </message>
    <message>
        <source>پاسخ</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>تاریخ پاسخ</source>
        <translation>Date of the answer</translation>
    </message>
    <message>
        <source>اعتبار داده‌شده</source>
        <translation>Credit given</translation>
    </message>
    <message>
        <source>نیاز پروژه</source>
        <translation>Need of the project</translation>
    </message>
    <message>
        <source>نیازهای پروژه</source>
        <translation>Needs of the project</translation>
    </message>
    <message>
        <source>اعتبار پروژه</source>
        <translation>Credit of the project</translation>
    </message>
    <message>
        <source>اعتبارهای پروژه</source>
        <translation>Credits of the project</translation>
    </message>
    <message>
        <source>سهم پروژه</source>
        <translation>The project&apos;s share</translation>
    </message>
    <message>
        <source>اگر خالی بماند: همهٔ اعتبار.</source>
        <translation>If left empty: the whole credit.</translation>
    </message>
    <message>
        <source>خیر</source>
        <translation>Donor</translation>
    </message>
    <message>
        <source>خیران</source>
        <translation>Donors</translation>
    </message>
    <message>
        <source>اگر خالی بماند: «نیکوکار».</source>
        <translation>If left empty: “a benefactor”.</translation>
    </message>
    <message>
        <source>ناشناس بماند</source>
        <translation>Stays anonymous</translation>
    </message>
    <message>
        <source>اگر خالی بماند: اشخاص ناشناس می‌مانند.</source>
        <translation>If left empty: persons stay anonymous.</translation>
    </message>
    <message>
        <source>کمک</source>
        <translation>Donation</translation>
    </message>
    <message>
        <source>کمک‌ها</source>
        <translation>Donations</translation>
    </message>
    <message>
        <source>تاریخ پیشنهاد</source>
        <translation>Date offered</translation>
    </message>
    <message>
        <source>شرط خیر</source>
        <translation>Donor&apos;s condition</translation>
    </message>
    <message>
        <source>اگر برای کمک شرطی گذاشته‌اند، همان را بنویسید.</source>
        <translation>If a condition was set for the donation, write it as it is.</translation>
    </message>
    <message>
        <source>ارزش</source>
        <translation>Worth</translation>
    </message>
    <message>
        <source>برای</source>
        <translation>For</translation>
    </message>
    <message>
        <source>دلیل نپذیرفتن</source>
        <translation>Reason for refusal</translation>
    </message>
    <message>
        <source>بررسی‌کننده</source>
        <translation>Screened by</translation>
    </message>
    <message>
        <source>تاریخ بررسی</source>
        <translation>Date screened</translation>
    </message>
    <message>
        <source>شمارهٔ رسید</source>
        <translation>Receipt number</translation>
    </message>
    <message>
        <source>به کار رفت برای</source>
        <translation>Used for</translation>
    </message>
    <message>
        <source>گروه یا پروژه؛ نام هیچ گیرنده‌ای نوشته نمی‌شود.</source>
        <translation>A group or a project; no recipient is named.</translation>
    </message>
    <message>
        <source>پذیرفتن</source>
        <translation>Accept</translation>
    </message>
    <message>
        <source>تنها مدیر بررسی می‌کند؛ کمکی که از انتخابات یا حزب می‌گوید پذیرفته نمی‌شود.</source>
        <translation>Only the manager screens; a donation that speaks of elections or parties is not accepted.</translation>
    </message>
    <message>
        <source>نپذیرفتن</source>
        <translation>Refuse</translation>
    </message>
    <message>
        <source>پیشنهاد ردشده می‌ماند و در گزارش شمرده می‌شود؛ اگر جنبهٔ سیاسی دارد، دلیل همان است.</source>
        <translation>A refused offer stays and is counted in the report; if it is political, that is the reason.</translation>
    </message>
    <message>
        <source>دریافت و رسید</source>
        <translation>Receive and give a receipt</translation>
    </message>
    <message>
        <source>شمارهٔ رسید داده می‌شود.</source>
        <translation>A receipt number is given.</translation>
    </message>
    <message>
        <source>به کار رفت</source>
        <translation>Used</translation>
    </message>
    <message>
        <source>گروه یا پروژه نوشته می‌شود، نه نام گیرنده.</source>
        <translation>A group or a project is written, not the name of a recipient.</translation>
    </message>
    <message>
        <source>طرح پیشنهادی استان</source>
        <translation>Plan offered by the province</translation>
    </message>
    <message>
        <source>طرح‌های پیشنهادی استان</source>
        <translation>Plans offered by the province</translation>
    </message>
    <message>
        <source>طرح‌های سمن</source>
        <translation>NGO plans</translation>
    </message>
    <message>
        <source>اگر خالی بماند: شهرستان دفتر.</source>
        <translation>If left empty: the office&apos;s county.</translation>
    </message>
    <message>
        <source>از فهرست استان</source>
        <translation>From the province&apos;s list</translation>
    </message>
    <message>
        <source>هدف</source>
        <translation>Goal</translation>
    </message>
    <message>
        <source>سنجه</source>
        <translation>Measure</translation>
    </message>
    <message>
        <source>مقدار هدف</source>
        <translation>Target value</translation>
    </message>
    <message>
        <source>مبلغ درخواستی</source>
        <translation>Amount requested</translation>
    </message>
    <message>
        <source>ناظر (فرمانداری)</source>
        <translation>Supervisor (county)</translation>
    </message>
    <message>
        <source>ناظر عالی (استانداری)</source>
        <translation>Chief supervisor (province)</translation>
    </message>
    <message>
        <source>تاریخ تصویب</source>
        <translation>Date of approval</translation>
    </message>
    <message>
        <source>شمارهٔ تصویب</source>
        <translation>Approval number</translation>
    </message>
    <message>
        <source>مبلغ مصوب</source>
        <translation>Amount approved</translation>
    </message>
    <message>
        <source>پایان مهلت</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>دلیل تمدید</source>
        <translation>Reason for extension</translation>
    </message>
    <message>
        <source>تاریخ آغاز</source>
        <translation>Date started</translation>
    </message>
    <message>
        <source>امتیاز فرمانداری</source>
        <translation>County&apos;s score</translation>
    </message>
    <message>
        <source>امتیاز استانداری</source>
        <translation>Province&apos;s score</translation>
    </message>
    <message>
        <source>امتیاز</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>نتیجهٔ مثبت</source>
        <translation>Positive result</translation>
    </message>
    <message>
        <source>گزارش نتیجه</source>
        <translation>Report of the result</translation>
    </message>
    <message>
        <source>ماه حمایت</source>
        <translation>Month of support</translation>
    </message>
    <message>
        <source>تاریخ حمایت</source>
        <translation>Date of support</translation>
    </message>
    <message>
        <source>مبلغ حمایت</source>
        <translation>Amount of support</translation>
    </message>
    <message>
        <source>تصویب با استان است؛ مدیر دفتر آن را با شمارهٔ تصویب ثبت می‌کند.</source>
        <translation>Approval is the province&apos;s; the office manager records it with its number.</translation>
    </message>
    <message>
        <source>پروانهٔ سمن باید در روز تصویب معتبر باشد.</source>
        <translation>The NGO&apos;s licence must be valid on the day of approval.</translation>
    </message>
    <message>
        <source>پایان مهلت سه ماه شمسی پس از تصویب است، یا نود روز اگر دفتر چنین نهاده باشد.</source>
        <translation>The deadline is three months of the calendar after the approval, or ninety days if the office has set so.</translation>
    </message>
    <message>
        <source>تمدید مهلت</source>
        <translation>Extend the deadline</translation>
    </message>
    <message>
        <source>تنها استان تمدید می‌کند، با دلیل.</source>
        <translation>Only the province extends, with a reason.</translation>
    </message>
    <message>
        <source>دو امتیاز می‌خواهد: فرمانداری و استانداری.</source>
        <translation>Needs two scores: the county&apos;s and the province&apos;s.</translation>
    </message>
    <message>
        <source>حمایت مالی</source>
        <translation>Financial support</translation>
    </message>
    <message>
        <source>تنها طرحی که نتیجهٔ مثبت داشته است.</source>
        <translation>Only a plan with a positive result.</translation>
    </message>
    <message>
        <source>برای نمونه: سوییت، تخت، نفر</source>
        <translation>For example: suites, beds, people</translation>
    </message>
    <message>
        <source>برای چه کسانی</source>
        <translation>For whom</translation>
    </message>
    <message>
        <source>امضا کرد</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>دفتر خودش با نام نوشته می‌شود.</source>
        <translation>The office itself is written by name.</translation>
    </message>
    <message>
        <source>نام طرف</source>
        <translation>Name of the party</translation>
    </message>
    <message>
        <source>سمت امضاکننده</source>
        <translation>Signer&apos;s post</translation>
    </message>
    <message>
        <source>مورد</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>برنامه</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>بنای تاریخی</source>
        <translation>Historic building</translation>
    </message>
    <message>
        <source>نیروی انسانی/مهارت</source>
        <translation>People and skills</translation>
    </message>
    <message>
        <source>اقتصادی</source>
        <translation>Economic</translation>
    </message>
    <message>
        <source>فرهنگی/آیینی</source>
        <translation>Cultural, customs</translation>
    </message>
    <message>
        <source>طبیعی</source>
        <translation>Natural</translation>
    </message>
    <message>
        <source>تشکل و گروه</source>
        <translation>Associations and groups</translation>
    </message>
    <message>
        <source>مالی/خیر</source>
        <translation>Financial, donors</translation>
    </message>
    <message>
        <source>شناسایی‌شده</source>
        <translation>Identified</translation>
    </message>
    <message>
        <source>در گفت‌وگو</source>
        <translation>Being negotiated</translation>
    </message>
    <message>
        <source>در حال بهره‌برداری</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>از دست رفته</source>
        <translation>Lost</translation>
    </message>
    <message>
        <source>مدرسه</source>
        <translation>School</translation>
    </message>
    <message>
        <source>کانون پرورش فکری</source>
        <translation>Children&apos;s centre (Kanoon)</translation>
    </message>
    <message>
        <source>کتابخانه</source>
        <translation>Library</translation>
    </message>
    <message>
        <source>سالن ورزشی</source>
        <translation>Sports hall</translation>
    </message>
    <message>
        <source>زمین ورزشی</source>
        <translation>Sports field</translation>
    </message>
    <message>
        <source>پایگاه سلامت</source>
        <translation>Health post</translation>
    </message>
    <message>
        <source>بوستان</source>
        <translation>Park</translation>
    </message>
    <message>
        <source>مسجد/حسینیه</source>
        <translation>Mosque</translation>
    </message>
    <message>
        <source>مرکز خیریه</source>
        <translation>Charity centre</translation>
    </message>
    <message>
        <source>کمپ ترک اعتیاد</source>
        <translation>Addiction treatment camp</translation>
    </message>
    <message>
        <source>مرکز نگهداری کودکان</source>
        <translation>Children&apos;s home</translation>
    </message>
    <message>
        <source>مرکز نگهداری سالمندان</source>
        <translation>Home for the elderly</translation>
    </message>
    <message>
        <source>مرکز نگهداری متکدیان</source>
        <translation>Home for beggars</translation>
    </message>
    <message>
        <source>کشتارگاه</source>
        <translation>Slaughterhouse</translation>
    </message>
    <message>
        <source>مرکز عرضهٔ مواد غذایی</source>
        <translation>Food place</translation>
    </message>
    <message>
        <source>در دست ساخت</source>
        <translation>Being built</translation>
    </message>
    <message>
        <source>در حال کار</source>
        <translation>Working</translation>
    </message>
    <message>
        <source>تعطیل</source>
        <translation>Closed down</translation>
    </message>
    <message>
        <source>فضای سبز</source>
        <translation>Green space</translation>
    </message>
    <message>
        <source>فضای آموزشی</source>
        <translation>Space for education</translation>
    </message>
    <message>
        <source>فضای ورزشی</source>
        <translation>Space for sport</translation>
    </message>
    <message>
        <source>فضای درمانی/بهداشتی</source>
        <translation>Space for health care</translation>
    </message>
    <message>
        <source>فضای فرهنگی</source>
        <translation>Space for culture</translation>
    </message>
    <message>
        <source>معابر آسفالت</source>
        <translation>Paved roads</translation>
    </message>
    <message>
        <source>روشنایی</source>
        <translation>Lighting</translation>
    </message>
    <message>
        <source>شبکهٔ آب</source>
        <translation>Water network</translation>
    </message>
    <message>
        <source>شبکهٔ فاضلاب</source>
        <translation>Sewage network</translation>
    </message>
    <message>
        <source>ایستگاه اتوبوس</source>
        <translation>Bus stops</translation>
    </message>
    <message>
        <source>متر مربع برای هر نفر</source>
        <translation>Square metres per person</translation>
    </message>
    <message>
        <source>درصد</source>
        <translation>Percent</translation>
    </message>
    <message>
        <source>شمار برای هر هزار نفر</source>
        <translation>Count per thousand people</translation>
    </message>
    <message>
        <source>سبز</source>
        <translation>Green</translation>
    </message>
    <message>
        <source>زرد</source>
        <translation>Yellow</translation>
    </message>
    <message>
        <source>قرمز</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>آمار دستگاه</source>
        <translation>Agency&apos;s statistics</translation>
    </message>
    <message>
        <source>مشاهدهٔ میدانی</source>
        <translation>Seen in the field</translation>
    </message>
    <message>
        <source>گفت‌وگوی معتمدان</source>
        <translation>Talk with trusted locals</translation>
    </message>
    <message>
        <source>سند امنیت غذایی</source>
        <translation>Food-security document</translation>
    </message>
    <message>
        <source>سند ورزش</source>
        <translation>Sport document</translation>
    </message>
    <message>
        <source>سند سلامت</source>
        <translation>Health document</translation>
    </message>
    <message>
        <source>سند دیگر</source>
        <translation>Another document</translation>
    </message>
    <message>
        <source>درست است</source>
        <translation>In order</translation>
    </message>
    <message>
        <source>درست نیست</source>
        <translation>Not in order</translation>
    </message>
    <message>
        <source>آماده نشده</source>
        <translation>Not prepared</translation>
    </message>
    <message>
        <source>آماده‌شده</source>
        <translation>Prepared</translation>
    </message>
    <message>
        <source>تحویل‌شده</source>
        <translation>Delivered</translation>
    </message>
    <message>
        <source>پذیرفته‌شده</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>بخشنامه</source>
        <translation>Circular</translation>
    </message>
    <message>
        <source>هماهنگی دفاتر</source>
        <translation>Coordination of offices</translation>
    </message>
    <message>
        <source>با دستگاه</source>
        <translation>With an agency</translation>
    </message>
    <message>
        <source>عمومی اهالی</source>
        <translation>Residents&apos; assembly</translation>
    </message>
    <message>
        <source>سمن‌ها</source>
        <translation>NGOs</translation>
    </message>
    <message>
        <source>داخلی</source>
        <translation>Internal</translation>
    </message>
    <message>
        <source>در انتظار اجرا</source>
        <translation>To be done</translation>
    </message>
    <message>
        <source>اجراشده</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>گذشته از مهلت</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>پیش‌نویس</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>جاری</source>
        <translation>In force</translation>
    </message>
    <message>
        <source>فسخ‌شده</source>
        <translation>Terminated</translation>
    </message>
    <message>
        <source>وزارت کشور</source>
        <translation>Ministry of Interior</translation>
    </message>
    <message>
        <source>سازمان امور اجتماعی</source>
        <translation>Social Affairs Organisation</translation>
    </message>
    <message>
        <source>استانداری</source>
        <translation>Governor-general&apos;s office</translation>
    </message>
    <message>
        <source>تأسیس</source>
        <translation>Founding</translation>
    </message>
    <message>
        <source>فعالیت جاری</source>
        <translation>Running activities</translation>
    </message>
    <message>
        <source>پروژهٔ عمرانی</source>
        <translation>Construction project</translation>
    </message>
    <message>
        <source>کمک به ساکنان</source>
        <translation>Aid to residents</translation>
    </message>
    <message>
        <source>درخواست‌شده</source>
        <translation>Requested</translation>
    </message>
    <message>
        <source>تخصیص‌یافته</source>
        <translation>Allocated</translation>
    </message>
    <message>
        <source>دریافت‌شده</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>برگشت‌داده</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>در انتظار پاسخ</source>
        <translation>Waiting for an answer</translation>
    </message>
    <message>
        <source>پذیرفته</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>بخشی پذیرفته</source>
        <translation>Partly accepted</translation>
    </message>
    <message>
        <source>کارکنان و حق‌الزحمه</source>
        <translation>Staff and fees</translation>
    </message>
    <message>
        <source>اجاره</source>
        <translation>Rent</translation>
    </message>
    <message>
        <source>تجهیزات</source>
        <translation>Equipment</translation>
    </message>
    <message>
        <source>ملزومات</source>
        <translation>Supplies</translation>
    </message>
    <message>
        <source>ساخت و تعمیر</source>
        <translation>Building and repair</translation>
    </message>
    <message>
        <source>حمایت از سمن</source>
        <translation>Support of an NGO</translation>
    </message>
    <message>
        <source>رفت‌وآمد</source>
        <translation>Transport</translation>
    </message>
    <message>
        <source>ریال جاری</source>
        <translation>Current rial</translation>
    </message>
    <message>
        <source>شخص</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>نقدی</source>
        <translation>Cash</translation>
    </message>
    <message>
        <source>امور جاری دفتر</source>
        <translation>The office&apos;s running costs</translation>
    </message>
    <message>
        <source>ردشده</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>مصرف‌شده</source>
        <translation>Used</translation>
    </message>
    <message>
        <source>جنبهٔ سیاسی</source>
        <translation>Political</translation>
    </message>
    <message>
        <source>مشروط</source>
        <translation>Conditional</translation>
    </message>
    <message>
        <source>منشأ نامعلوم</source>
        <translation>Source unclear</translation>
    </message>
    <message>
        <source>عدم نیاز</source>
        <translation>Not needed</translation>
    </message>
    <message>
        <source>کیفیت نامناسب</source>
        <translation>Poor quality</translation>
    </message>
    <message>
        <source>سلامت</source>
        <translation>Health</translation>
    </message>
    <message>
        <source>فرهنگ</source>
        <translation>Culture</translation>
    </message>
    <message>
        <source>اجتماع</source>
        <translation>Society</translation>
    </message>
    <message>
        <source>ساماندهی متکدیان</source>
        <translation>Care for beggars</translation>
    </message>
    <message>
        <source>ارزیابی‌شده</source>
        <translation>Evaluated</translation>
    </message>
    <message>
        <source>حمایت‌شده</source>
        <translation>Supported</translation>
    </message>
    <message>
        <source>سه ماه</source>
        <translation>Three months</translation>
    </message>
    <message>
        <source>نود روز</source>
        <translation>Ninety days</translation>
    </message>
    <message>
        <source>آنچه در ماه از اعتبارها دریافت شده است؛ مانده، دریافتی منهای برگشتی و هزینه تا پایان ماه است.</source>
        <translation>What came of credits in the month; the remainder is what came, less what was returned and spent, by the end of the month.</translation>
    </message>
    <message>
        <source>ارزش کمک‌هایی که بررسی‌شان در ماه به پذیرش رسیده است؛ پیشنهادهای ردشده با دلیل شمرده می‌شوند.</source>
        <translation>Worth of the donations whose screening in the month ended in acceptance; refused offers are counted with their reason.</translation>
    </message>
    <message>
        <source>این کد پیش‌تر به رکورد دیگری داده شده است.</source>
        <translation>This code has already been given to another record.</translation>
    </message>
    <message>
        <source>کد تقسیمات از ۲ تا ۸ رقم است.</source>
        <translation>A division&apos;s code has 2 to 8 digits.</translation>
    </message>
    <message>
        <source>شهرستانی به همین نام در این استان هست.</source>
        <translation>There is a county of this name in this province.</translation>
    </message>
    <message>
        <source>نظرسنجی این محله برای همین سال ثبت شده است.</source>
        <translation>This neighbourhood&apos;s survey of the same year has been registered.</translation>
    </message>
    <message>
        <source>استاندارد این خدمت برای همین سال نهاده شده است.</source>
        <translation>The standard of this service has been set for the same year.</translation>
    </message>
    <message>
        <source>سرانهٔ این خدمت در این محله برای همین سال ثبت شده است.</source>
        <translation>This neighbourhood&apos;s level of this service has been registered for the same year.</translation>
    </message>
    <message>
        <source>کد آسیب سه تا چهل حرف لاتین و خط زیر است.</source>
        <translation>A harm&apos;s code is three to forty Latin letters and underlines.</translation>
    </message>
    <message>
        <source>این آسیب در همین بازه در فهرست اولویت‌هاست.</source>
        <translation>This harm is among the priorities in the same period.</translation>
    </message>
    <message>
        <source>مشاهدهٔ آسیب تنها به نیاز محله یا گروه پیوند می‌خورد.</source>
        <translation>An observed harm is linked only to a need of a neighbourhood or group.</translation>
    </message>
    <message>
        <source>این آسیب در آن تاریخ در فهرست نیست.</source>
        <translation>This harm was not in the list on that date.</translation>
    </message>
    <message>
        <source>این خانه را نقش دیگری پر می‌کند.</source>
        <translation>This field is filled by another role.</translation>
    </message>
    <message>
        <source>این شماره پیش‌تر داده شده است.</source>
        <translation>This number has already been given.</translation>
    </message>
    <message>
        <source>هیچ مصوبه‌ای بی‌مسئول نیست؛ دستگاه یا همکاری را بنویسید.</source>
        <translation>No resolution is without an owner; write an agency or a colleague.</translation>
    </message>
    <message>
        <source>تفاهم‌نامه دست‌کم دو طرف دارد.</source>
        <translation>A memorandum has at least two parties.</translation>
    </message>
    <message>
        <source>این دستگاه از طرف‌های تفاهم‌نامه نیست.</source>
        <translation>This agency is not a party to the memorandum.</translation>
    </message>
    <message>
        <source>از {limit} بیشتر نمی‌شود.</source>
        <translation>It cannot be more than {limit}.</translation>
    </message>
    <message>
        <source>سهم پروژه‌ها از مبلغ اعتبار بیشتر می‌شود.</source>
        <translation>The projects&apos; shares exceed the credit&apos;s amount.</translation>
    </message>
    <message>
        <source>{spent} از این اعتبار هزینه شده است.</source>
        <translation>{spent} of this credit has been spent.</translation>
    </message>
    <message>
        <source>چیزی برای برگرداندن نمانده است.</source>
        <translation>Nothing is left to return.</translation>
    </message>
    <message>
        <source>هزینه برای یک فعالیت است؛ دیگری را پاک کنید.</source>
        <translation>An expense is for one activity; clear the other.</translation>
    </message>
    <message>
        <source>از این اعتبار {left} مانده است؛ اگر هزینه به‌راستی بیشتر است، مدیر دلیلش را بنویسد.</source>
        <translation>{left} is left of this credit; if the expense is really more, the manager writes why.</translation>
    </message>
    <message>
        <source>پروژهٔ پایان‌یافته صد درصد پیشرفت دارد.</source>
        <translation>A finished project has a progress of one hundred percent.</translation>
    </message>
    <message>
        <source>این پیوند پیش‌تر ثبت شده است.</source>
        <translation>This link has already been registered.</translation>
    </message>
    <message>
        <source>«{word}»: کمکی که جنبهٔ سیاسی دارد پذیرفته نمی‌شود؛ آن را با همین دلیل رد کنید.</source>
        <translation>“{word}”: a political donation is not accepted; refuse it for this very reason.</translation>
    </message>
    <message>
        <source>این پیشنهاد جنبهٔ سیاسی دارد؛ دلیل همان است.</source>
        <translation>This offer is political; that is the reason.</translation>
    </message>
    <message>
        <source>طرح را سمن می‌دهد؛ سازمانی از نوع سمن برگزینید.</source>
        <translation>NGOs propose plans; choose an organization that is an NGO.</translation>
    </message>
    <message>
        <source>پروانهٔ این سمن در روز تصویب معتبر نیست.</source>
        <translation>This NGO&apos;s licence is not valid on the day of approval.</translation>
    </message>
    <message>
        <source>تصویب با استان است؛ شمارهٔ تصویب را بنویسید.</source>
        <translation>Approval is the province&apos;s; write its number.</translation>
    </message>
    <message>
        <source>تمدید مهلت را دیرتر می‌کند؛ روزی پس از پایان کنونی بنویسید.</source>
        <translation>An extension makes the deadline later; write a day after the present one.</translation>
    </message>
    <message>
        <source>تنها طرحی حمایت می‌شود که نتیجه‌اش مثبت بوده است.</source>
        <translation>Only a plan whose result was positive is supported.</translation>
    </message>
    <message>
        <source>نخست بستهٔ تحویل را بدهید.</source>
        <translation>First deliver the handover package.</translation>
    </message>
    <message>
        <source>نخست تاریخ بازدید را بنویسید.</source>
        <translation>First write the date of the visit.</translation>
    </message>
    <message>
        <source>این محله در همین بازه زیر پوشش دفتر دیگری است؛ مطمئنید؟</source>
        <translation>This neighbourhood is covered by another office in the same period; are you sure?</translation>
    </message>
    <message>
        <source>هزینهٔ هر متر مربع از ۱ تا ۵۰۰ میلیون ریال معمول است؛ شاید یکای مبلغ جابه‌جا شده است.</source>
        <translation>A square metre usually costs 1 to 500 million rials; perhaps the unit was mistaken.</translation>
    </message>
    <message>
        <source>این پیشنهاد به انتخابات یا حزب می‌ماند؛ تنها راه، نپذیرفتن آن است.</source>
        <translation>This offer seems to speak of elections or a party; the only way is to refuse it.</translation>
    </message>
    <message>
        <source>کمک مشروط را مدیر بررسی می‌کند.</source>
        <translation>A conditional donation is for the manager to screen.</translation>
    </message>
    <message>
        <source>این گام با نقش دیگری است.</source>
        <translation>This step is for another role.</translation>
    </message>
    <message>
        <source>تنها وقتی همهٔ ارجاع‌ها پس گرفته شده باشد: نیاز نزد هیچ دستگاهی نیست و دفتر خودش کار را می‌کند.</source>
        <translation>Only when every referral was taken back: no agency has the need and the office does the work itself.</translation>
    </message>
    <message>
        <source>بی‌پاسخ مانده</source>
        <translation>Never answered</translation>
    </message>
    <message>
        <source>این نیاز هنوز نزد دستگاه است؛ پاسخ آن را ثبت کنید یا نخست ارجاع را پس بگیرید.</source>
        <translation>An agency still has this need; record its answer, or take the referral back first.</translation>
    </message>
    <message>
        <source>رسید برای کمکی چاپ می‌شود که دریافت شده است.</source>
        <translation>A receipt is printed for a donation that was received.</translation>
    </message>
    <message>
        <source>تاریخ ارزیابی</source>
        <translation>Date evaluated</translation>
    </message>
    <message>
        <source>تاریخ پایان طرح</source>
        <translation>Date the plan ended</translation>
    </message>
    <message>
        <source>مصوبات اجراشده</source>
        <translation>Resolutions carried out</translation>
    </message>
    <message>
        <source>از مصوبه‌هایی که مهلتشان در ماه است و تا پایان ماه لغو نشده‌اند، سهم آن‌ها که تا پایان ماه اجرا شده‌اند.</source>
        <translation>Of the resolutions whose day is in the month and which were not cancelled by its end, the share done by its end.</translation>
    </message>
    <message>
        <source>اعتبار دریافتی ماه</source>
        <translation>Credit received in the month</translation>
    </message>
    <message>
        <source>هزینهٔ ماه</source>
        <translation>Spent in the month</translation>
    </message>
    <message>
        <source>مانده در پایان ماه</source>
        <translation>Remainder at the end of the month</translation>
    </message>
    <message>
        <source>دریافتی سال مالی از همهٔ منبع‌ها</source>
        <translation>Received in the fiscal year from all sources</translation>
    </message>
    <message>
        <source>سهم سمن‌ها از دریافتی سال</source>
        <translation>NGOs&apos; share of what came in the year</translation>
    </message>
    <message>
        <source>کمک‌های مردمی پذیرفته</source>
        <translation>Donations accepted</translation>
    </message>
    <message>
        <source>کمک پذیرفته</source>
        <translation>Donations accepted</translation>
    </message>
    <message>
        <source>پذیرفتهٔ بی‌ارزش‌گذاری</source>
        <translation>Accepted, not valued</translation>
    </message>
    <message>
        <source>پیشنهاد ردشده</source>
        <translation>Offers refused</translation>
    </message>
    <message>
        <source>طرح‌های سمن در حال اجرا</source>
        <translation>NGO plans running</translation>
    </message>
    <message>
        <source>طرح‌هایی که در پایان ماه آغاز شده و هنوز ارزیابی یا مختومه نشده‌اند؛ گذشته از مهلت‌ها نیز در همین شمارند.</source>
        <translation>Plans that had begun by the end of the month and were not yet evaluated or closed; those past their deadline are among them.</translation>
    </message>
    <message>
        <source>هفت روز یا کمتر مانده</source>
        <translation>Seven days or fewer left</translation>
    </message>
    <message>
        <source>ارزیابی‌شدهٔ ماه</source>
        <translation>Evaluated in the month</translation>
    </message>
    <message>
        <source>حمایت‌شدهٔ ماه</source>
        <translation>Supported in the month</translation>
    </message>
    <message>
        <source>بازدید سرزدهٔ ماه</source>
        <translation>Surprise inspections of the month</translation>
    </message>
    <message>
        <source>بازدیدهای سرزده‌ای که در ماه انجام شده‌اند، به تفکیک سند.</source>
        <translation>Surprise inspections made in the month, by policy document.</translation>
    </message>
    <message>
        <source>ماه بی‌بازدید در دوازده ماه</source>
        <translation>Months without an inspection, of twelve</translation>
    </message>
    <message>
        <source>میانگین رضایت (۱ تا ۵) در نیازهایی که در ماه پایان یافته‌اند و برگه‌های کارگاه‌های ماه؛ با کمتر از ۱۰ پاسخ گفته نمی‌شود.</source>
        <translation>Mean satisfaction (1 to 5) of the needs that ended in the month and the forms of its workshops; with fewer than 10 answers it is not told.</translation>
    </message>
    <message>
        <source>شمار پاسخ‌ها</source>
        <translation>Number of answers</translation>
    </message>
    <message>
        <source>سرانه‌های زیر استاندارد</source>
        <translation>Levels of service below standard</translation>
    </message>
    <message>
        <source>از تازه‌ترین سرانهٔ هر خدمت در هر محله تا سال گزارش که استانداردی دارد، شمار آن‌ها که به استاندارد نرسیده‌اند.</source>
        <translation>Of the newest level of each service in each neighbourhood up to the year of the report that has a standard, how many have not reached it.</translation>
    </message>
    <message>
        <source>سرانهٔ سنجیده‌شده</source>
        <translation>Levels of service measured</translation>
    </message>
    <message>
        <source>بهترشده از سال پیش</source>
        <translation>Better than the year before</translation>
    </message>
    <message>
        <source>تاریخ‌ها، مکان و ظرفیت می‌خواهد.</source>
        <translation>Needs dates, place and capacity.</translation>
    </message>
    <message>
        <source>با برگزاری نخستین جلسه، برنامه خودش این گام را برمی‌دارد.</source>
        <translation>The program takes this step by itself when the first session is held.</translation>
    </message>
    <message>
        <source>همهٔ جلسه‌ها برگزار شده یا «برگزار نشد» نوشته شده‌اند.</source>
        <translation>All sessions were held or are marked as not held.</translation>
    </message>
    <message>
        <source>در کارگاه‌های شغل و مهارت برای هر شرکت‌کننده پیگیری پیامد با سررسید نود روز پس از آخرین جلسه نوشته می‌شود.</source>
        <translation>In workshops of jobs and skills a follow-up is written for every participant, due ninety days after the last session.</translation>
    </message>
    <message>
        <source>حضور و غیاب همهٔ جلسه‌های برگزارشده کامل است و برگهٔ ارزیابی نوشته شده است.</source>
        <translation>Attendance of all sessions held is complete and an evaluation has been written.</translation>
    </message>
    <message>
        <source>هر کس در کمینهٔ جلسه‌ها حاضر بوده «تکمیل‌کرده» می‌شود و دیگران «ناتمام».</source>
        <translation>Whoever came to the least share of sessions becomes “completed”, the others “not completed”.</translation>
    </message>
    <message>
        <source>از این پس جلسه‌ها، ثبت‌نام و حضور و غیاب بسته‌اند.</source>
        <translation>From then on sessions, enrolments and attendance are closed.</translation>
    </message>
    <message>
        <source>با دلیل؛ تا گزارش دوباره، حضور و غیاب باز است. گواهی کسی که دیگر تکمیل نکرده باشد باطل می‌شود.</source>
        <translation>With a reason; attendance is open until it is reported again. The certificate of somebody who has then not completed is void.</translation>
    </message>
    <message>
        <source>دلیل می‌خواهد؛ فهرست تماس ثبت‌نام‌شدگان چاپ می‌شود.</source>
        <translation>Needs a reason; the call list of those enrolled is printed.</translation>
    </message>
    <message>
        <source>برگهٔ ارزیابی کارگاه هنوز نوشته نشده است.</source>
        <translation>The workshop&apos;s evaluation has not been written yet.</translation>
    </message>
    <message>
        <source>این کارگاه گزارش شده و بسته است؛ مدیر دفتر می‌تواند آن را باز کند.</source>
        <translation>This workshop has been reported and is closed; the office manager can reopen it.</translation>
    </message>
    <message>
        <source>این کارگاه لغو شده است و ثبت‌نام ندارد.</source>
        <translation>This workshop was cancelled and takes nobody.</translation>
    </message>
    <message>
        <source>جای خالی نیست؛ با انصراف کسی یا ظرفیت بیشتر، نفر نخست نوبت خودش جا می‌گیرد.</source>
        <translation>There is no free place; when somebody withdraws or the capacity grows, the first who waits gets one.</translation>
    </message>
    <message>
        <source>کسی ثبت‌نام کرده است که این کارگاه دیگر ویژهٔ او نیست.</source>
        <translation>Somebody is enrolled whom this workshop would no longer be for.</translation>
    </message>
    <message>
        <source>این فرد همان ساعت در «{title}» ثبت‌نام دارد.</source>
        <translation>This person is enrolled in “{title}” at the same hour.</translation>
    </message>
    <message>
        <source>مدرس همان ساعت در «{title}» جلسه دارد.</source>
        <translation>The instructor has a session of “{title}” at the same hour.</translation>
    </message>
    <message>
        <source>این مکان همان ساعت برای «{title}» گرفته شده است.</source>
        <translation>This place is taken for “{title}” at the same hour.</translation>
    </message>
    <message>
        <source>{n} نفر ثبت‌نام دارند؛ ظرفیت کمتر از آن است.</source>
        <translation>{n} people have a place; the capacity is less than that.</translation>
    </message>
    <message>
        <source>سهم زنان سرپرست خانوار</source>
        <translation>Share of women heads of household</translation>
    </message>
    <message>
        <source>از شرکت‌کنندگان یکتای ماه که وضعشان روشن است، سهم زنان سرپرست خانوار؛ زنی که سرپرست است و سنش نوشته نشده «نامشخص» است.</source>
        <translation>Of the month&apos;s distinct participants whose state is known, the share of women heads of household; a woman who is head and whose age is not written is “unknown”.</translation>
    </message>
    <message>
        <source>مشارکت تکراری</source>
        <translation>Repeat participation</translation>
    </message>
    <message>
        <source>از شرکت‌کنندگان یکتای ماه، سهم کسانی که در کارگاه دیگری هم، در ماه یا در ۳۶۵ روز پیش از آن، حاضر بوده‌اند.</source>
        <translation>Of the month&apos;s distinct participants, the share of those who came to another workshop too, in the month or in the 365 days before it.</translation>
    </message>
    <message>
        <source>نرخ تکمیل دوره</source>
        <translation>Completion rate</translation>
    </message>
    <message>
        <source>در کارگاه‌هایی که در ماه گزارش شده‌اند، تکمیل‌کردگان بخش بر ثبت‌نام‌شدگان؛ کسی که پیش از نخستین جلسه انصراف داده یا در نوبت مانده به حساب نمی‌آید.</source>
        <translation>In workshops that were reported in the month, those who completed divided by those enrolled; whoever withdrew before the first session or stayed on the waiting list does not count.</translation>
    </message>
    <message>
        <source>پیامد ۹۰ روزه</source>
        <translation>Outcome after 90 days</translation>
    </message>
    <message>
        <source>از پیگیری‌هایی که سررسیدشان در ماه است و تا پایان ماه انجام شده، سهم پیامدهای مثبت.</source>
        <translation>Of the follow-ups due in the month and done by its end, the share of positive outcomes.</translation>
    </message>
    <message>
        <source>در دسترس نبودند</source>
        <translation>Were not reached</translation>
    </message>
    <message>
        <source>هنوز پیگیری نشده</source>
        <translation>Not followed up yet</translation>
    </message>
    <message>
        <source>معتمدان فعال پایان ماه؛ در کنارش ساکنان همیار و گروه‌هایی که در ماه جلسه داشته‌اند.</source>
        <translation>Trustees active at the end of the month; beside them volunteer residents and groups that met in the month.</translation>
    </message>
    <message>
        <source>ساکنان همیار</source>
        <translation>Volunteer residents</translation>
    </message>
    <message>
        <source>گروه‌های دارای جلسه</source>
        <translation>Groups that met</translation>
    </message>
    <message>
        <source>فعالیت‌های حوزه‌های اجتماعی، فرهنگی، آموزش، بهداشت، هویت و حقوقی بخش بر همهٔ فعالیت‌های ماه: مراجعه و بازدید، جلسهٔ برگزارشده، نشست، رویداد، ارجاع. هدف ۶۶٫۷٪.</source>
        <translation>Activities in the fields social, cultural, education, health, identity and legal divided by all activities of the month: visits, sessions held, meetings, events, referrals. Target 66.7%.</translation>
    </message>
    <message>
        <source>فعالیت‌های ماه (مراجعه و بازدید، جلسهٔ برگزارشده، نشست، رویداد، ارجاع) بخش بر همکاران مشغول در پایان ماه.</source>
        <translation>Activities of the month (visits, sessions held, meetings, events, referrals) divided by the colleagues at work at its end.</translation>
    </message>
    <message>
        <source>رسیدن به هدف</source>
        <translation>Reaching the aim</translation>
    </message>
    <message>
        <source>محتوا و سرفصل‌ها</source>
        <translation>Content and topics</translation>
    </message>
    <message>
        <source>حضور و مشارکت</source>
        <translation>Attendance and participation</translation>
    </message>
    <message>
        <source>مکان و زمان</source>
        <translation>Place and time</translation>
    </message>
    <message>
        <source>پیگیری نیازها</source>
        <translation>Following up needs</translation>
    </message>
    <message>
        <source>مشارکت مردم</source>
        <translation>Participation of residents</translation>
    </message>
    <message>
        <source>هماهنگی با دستگاه‌ها</source>
        <translation>Coordination with agencies</translation>
    </message>
    <message>
        <source>آموزش</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>ثبت و گزارش</source>
        <translation>Records and reports</translation>
    </message>
    <message>
        <source>هزینه‌کرد</source>
        <translation>Spending</translation>
    </message>
    <message>
        <source>مستندسازی</source>
        <translation>Documentation</translation>
    </message>
    <message>
        <source>کیفیت</source>
        <translation>Quality</translation>
    </message>
    <message>
        <source>زمان‌بندی</source>
        <translation>Timing</translation>
    </message>
    <message>
        <source>ستون «{column}» نام و نام خانوادگی را با هم دارد؛ آن را به دو ستون «نام» و «نام خانوادگی» جدا کنید.</source>
        <translation>The column “{column}” holds given and family name together; part it into two columns, “نام” and “نام خانوادگی”.</translation>
    </message>
    <message>
        <source>تنها پروندهٔ کسی به شمارش کاسته می‌شود که رضایت نداده یا آن را پس گرفته و هنوز نامش در پرونده است.</source>
        <translation>Only the file of somebody who refused or took back consent, and whose name is still in it, is reduced to a count.</translation>
    </message>
    <message>
        <source>روزهای هفته</source>
        <translation>Days of the week</translation>
    </message>
    <message>
        <source>هر چند هفته</source>
        <translation>Every how many weeks</translation>
    </message>
    <message>
        <source>تعطیلی‌ها رد شوند</source>
        <translation>Leave holidays out</translation>
    </message>
    <message>
        <source>کسی نیست که کارگاه را تکمیل کرده باشد و گواهی نگرفته باشد.</source>
        <translation>Nobody has completed the workshop without having a certificate.</translation>
    </message>
    <message>
        <source>امتیازها از ۱ تا ۵ هستند؛ برای نمونه: ۵ ۴ ۳ ۵</source>
        <translation>Scores are 1 to 5; for example: 5 4 3 5</translation>
    </message>
    <message>
        <source>این پرونده بستهٔ تحویل دفتر نیست یا آسیب دیده است.</source>
        <translation>This file is no handover package of an office, or is damaged.</translation>
    </message>
    <message>
        <source>پرونده‌ای به همین نام هست؛ نام دیگری بنویسید.</source>
        <translation>There is a file of this name; write another name.</translation>
    </message>
    <message>
        <source>نام بسته با ‎{ending} پایان می‌گیرد.</source>
        <translation>A package&apos;s name ends in ‎{ending}.</translation>
    </message>
    <message>
        <source>گزارش عملکرد ماهانه</source>
        <translation>Monthly report</translation>
    </message>
    <message>
        <source>کارت خانوار</source>
        <translation>Household card</translation>
    </message>
    <message>
        <source>نامهٔ ارجاع</source>
        <translation>Referral letter</translation>
    </message>
    <message>
        <source>نامهٔ یادآوری</source>
        <translation>Reminder</translation>
    </message>
    <message>
        <source>دفتر ثبت نیازها</source>
        <translation>Register of needs</translation>
    </message>
    <message>
        <source>برگهٔ راهنما</source>
        <translation>Guidance sheet</translation>
    </message>
    <message>
        <source>برگهٔ حضور و غیاب</source>
        <translation>Attendance sheet</translation>
    </message>
    <message>
        <source>گواهی شرکت در دوره</source>
        <translation>Certificate of participation</translation>
    </message>
    <message>
        <source>فهرست تماس کارگاه</source>
        <translation>Call list of a workshop</translation>
    </message>
    <message>
        <source>برگهٔ پیامد کارگاه</source>
        <translation>Outcome sheet of a workshop</translation>
    </message>
    <message>
        <source>خلاصهٔ بازارچه</source>
        <translation>Summary of a market</translation>
    </message>
    <message>
        <source>برنامهٔ ماه محله</source>
        <translation>Programme of the month</translation>
    </message>
    <message>
        <source>برنامهٔ ماه محله، بزرگ (A3)</source>
        <translation>Programme of the month, large (A3)</translation>
    </message>
    <message>
        <source>برگهٔ اطلاعات من</source>
        <translation>My information</translation>
    </message>
    <message>
        <source>برگهٔ رضایت آگاهانه</source>
        <translation>Consent sheet</translation>
    </message>
    <message>
        <source>فرم شناسنامهٔ خانوار</source>
        <translation>Household registration form</translation>
    </message>
    <message>
        <source>فرم خالی ثبت نیاز</source>
        <translation>Blank form of a need</translation>
    </message>
    <message>
        <source>برگهٔ خالی حضور و غیاب</source>
        <translation>Blank attendance sheet</translation>
    </message>
    <message>
        <source>برچسب پرونده</source>
        <translation>File label</translation>
    </message>
    <message>
        <source>شناسنامهٔ محله</source>
        <translation>Neighbourhood profile</translation>
    </message>
    <message>
        <source>صورتجلسه</source>
        <translation>Minutes</translation>
    </message>
    <message>
        <source>پیگیری تفاهم‌نامه</source>
        <translation>Follow-up of a memorandum</translation>
    </message>
    <message>
        <source>رسید کمک</source>
        <translation>Donation receipt</translation>
    </message>
    <message>
        <source>صورت اعتبار و هزینه</source>
        <translation>Statement of credits and expenses</translation>
    </message>
    <message>
        <source>برگهٔ طرح سمن</source>
        <translation>Sheet of an NGO&apos;s plan</translation>
    </message>
    <message>
        <source>گزارش بازدید سرزده</source>
        <translation>Inspection report</translation>
    </message>
    <message>
        <source>گواهی امحا</source>
        <translation>Certificate of destruction</translation>
    </message>
    <message>
        <source>برگهٔ روی بستهٔ تحویل</source>
        <translation>Cover of the handover package</translation>
    </message>
    <message>
        <source>برگهٔ بازیابی</source>
        <translation>Recovery sheet</translation>
    </message>
    <message>
        <source>دلیل می‌خواهد.</source>
        <translation>Needs a reason.</translation>
    </message>
    <message>
        <source>کارهای پایان ماه (نیاز سررسیده، ارجاع بی‌پاسخِ گذشته از مهلت، وعدهٔ گذشته، اقدام بعدی، پیگیری پیامد، جلسهٔ روز) بخش بر تسهیلگران مشغول در پایان ماه.</source>
        <translation>Work at the end of the month (needs due, referrals unanswered past their day, promises passed, next actions, outcome follow-ups, sessions of the day) divided by the facilitators at work at its end.</translation>
    </message>
    <message>
        <source>پروانهٔ سمن</source>
        <translation>NGO&apos;s licence</translation>
    </message>
    <message>
        <source>ارزیابی دفتر</source>
        <translation>Evaluation of the office</translation>
    </message>
    <message>
        <source>بازدید سرزده به روزی دیگر گذاشته نمی‌شود تا پنهان بماند؛ ماه برنامه‌اش را تغییر دهید.</source>
        <translation>A surprise inspection is not put off, so that it stays hidden; change its planned month.</translation>
    </message>
    <message>
        <source>نام این گونه را تنها استان عوض می‌کند؛ شما می‌توانید با تاریخ پایان آن را از فهرست بردارید.</source>
        <translation>Only the province renames this type; you can take it out of the list with the day it ends.</translation>
    </message>
    <message>
        <source>اگر خالی بماند: امروز.</source>
        <translation>If left empty: today.</translation>
    </message>
    <message>
        <source>امتیاز (از ۵)</source>
        <translation>Score (of 5)</translation>
    </message>
    <message>
        <source>تاریخ تخصیص</source>
        <translation>Allocated on</translation>
    </message>
    <message>
        <source>تمدیدهای مهلت</source>
        <translation>Extensions</translation>
    </message>
    <message>
        <source>طرح</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>تاریخ تمدید</source>
        <translation>Extended on</translation>
    </message>
    <message>
        <source>مهلت پیشین</source>
        <translation>Former deadline</translation>
    </message>
    <message>
        <source>مهلت تازه</source>
        <translation>New deadline</translation>
    </message>
    <message>
        <source>جز این افراد، چهرهٔ کسی پیدا نیست</source>
        <translation>Nobody’s face is seen besides these</translation>
    </message>
    <message>
        <source>به «{given}» چیزی پیوست نمی‌شود.</source>
        <translation>Nothing is attached to “{given}”.</translation>
    </message>
    <message>
        <source>این پرونده عکس (JPEG، PNG، WEBP) یا PDF خواندنی نیست.</source>
        <translation>This file is no readable photo (JPEG, PNG, WEBP) or PDF.</translation>
    </message>
    <message>
        <source>این پرونده بزرگ‌تر از آن است که نگه داشته شود.</source>
        <translation>This file is too large to be kept.</translation>
    </message>
    <message>
        <source>عکسی که چهرهٔ کسی در آن پیداست، رضایت خود او را می‌خواهد؛ اگر کس دیگری هم پیداست عکس دیگری بگذارید.</source>
        <translation>A photo that shows somebody’s face needs that person’s own consent; if somebody else can be seen too, take another photo.</translation>
    </message>
    <message>
        <source>{name} به عکس رضایت نداده است؛ نخست رضایت «عکس» را در پروندهٔ خودش ثبت کنید، یا عکسی بی‌چهره بگذارید.</source>
        <translation>{name} has not agreed to photos; first record the consent “Photo” in their own file, or take a photo without faces.</translation>
    </message>
    <message>
        <source>بنویسید چهرهٔ چه کسانی پیداست؛ تنها ساکنانی که رضایت «عکس» داده‌اند. اگر نمی‌شود، عکسی بی‌چهره بگذارید.</source>
        <translation>Write whose faces can be seen; only residents who gave the consent “Photo”. If that cannot be, take a photo without faces.</translation>
    </message>
    <message>
        <source>در این عکس چهرهٔ کسی پیدا نیست؛ پس کسی در آن نام برده نمی‌شود.</source>
        <translation>No face can be seen in this photo, so nobody is named in it.</translation>
    </message>
    <message>
        <source>این فرد برای همین عکس نوشته شده است.</source>
        <translation>This person is named for this photo already.</translation>
    </message>
    <message>
        <source>پروندهٔ PDF برگه یا سند است، نه عکس.</source>
        <translation>A PDF file is a paper, not a photo.</translation>
    </message>
    <message>
        <source>این ماه هنوز نرسیده است.</source>
        <translation>This month has not come yet.</translation>
    </message>
    <message>
        <source>برای این ماه گزارشی هست که برنگشته است؛ همان را دنبال کنید.</source>
        <translation>This month has a report that was not returned; go on with that one.</translation>
    </message>
    <message>
        <source>این گزارش امضا شده است و تغییر نمی‌پذیرد؛ رقم‌های تازه در گزارش ماه بعد می‌آیند.</source>
        <translation>This report is signed and does not change; new figures come in the report of the next month.</translation>
    </message>
    <message>
        <source>این رکورد برای همیشه می‌ماند و پاک نمی‌شود.</source>
        <translation>This record stays for ever and is not deleted.</translation>
    </message>
    <message>
        <source>«{title}» قطعی شده است و واگرد نمی‌شود.</source>
        <translation>“{title}” is settled and is not undone.</translation>
    </message>
    <message>
        <source>برای هر بخش یک متن بنویسید.</source>
        <translation>Write one text for each section.</translation>
    </message>
    <message>
        <source>رقمی به نام «{given}» در گزارش نیست.</source>
        <translation>The report has no figure called “{given}”.</translation>
    </message>
    <message>
        <source>پاسخ با استان است؛ مدیر دفتر آن را با شمارهٔ نامهٔ استان ثبت می‌کند.</source>
        <translation>The answer is the province&apos;s; the manager records it with the number of the province&apos;s letter.</translation>
    </message>
    <message>
        <source>برای این ماه گزارشی نیست؛ نخست پیش‌نویس آن را بسازید.</source>
        <translation>This month has no report; make its draft first.</translation>
    </message>
    <message>
        <source>{month} هنوز پایان نیافته است؛ گزارش آن پس از آخرین روز ماه امضا می‌شود.</source>
        <translation>{month} is not over yet; its report is signed after the last day of the month.</translation>
    </message>
    <message>
        <source>موازنهٔ نیازهای «{field}» برقرار نیست: باز پایان ماه {open_end} است و از گردش ماه {expected} برمی‌آید.</source>
        <translation>The stock of needs in “{field}” does not add up: {open_end} are open at the month&apos;s end, and {expected} follow from the month.</translation>
    </message>
    <message>
        <source>گام‌های نیاز «{title}» با وضعیت کنونی‌اش نمی‌خواند و موازنه را برهم می‌زند.</source>
        <translation>The steps of the need “{title}” do not lead to how it stands now, and the stock does not add up.</translation>
    </message>
    <message>
        <source>جلسهٔ {date} «{title}» حضور و غیاب ندارد.</source>
        <translation>The session of {date} of “{title}” has no attendance.</translation>
    </message>
    <message>
        <source>معلوم نیست جلسهٔ {date} «{title}» برگزار شده است یا نه.</source>
        <translation>It is not said whether the session of {date} of “{title}” was held.</translation>
    </message>
    <message>
        <source>از اعتبار «{title}» بیش از آنچه دریافت شده هزینه شده است.</source>
        <translation>More was spent of the credit “{title}” than was received.</translation>
    </message>
    <message>
        <source>این گزارش با نسخهٔ تازه‌تری از برنامه امضا شده است؛ برنامه را روزآمد کنید.</source>
        <translation>This report was signed by a newer program; please update.</translation>
    </message>
    <message>
        <source>گزارش ماهانه</source>
        <translation>Monthly report</translation>
    </message>
    <message>
        <source>گزارش‌های ماهانه</source>
        <translation>Monthly reports</translation>
    </message>
    <message>
        <source>گزارش</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>ماه گزارش</source>
        <translation>Month of the report</translation>
    </message>
    <message>
        <source>نسخه</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>متن‌های مدیر</source>
        <translation>The manager&apos;s texts</translation>
    </message>
    <message>
        <source>یادداشت رقم‌ها</source>
        <translation>Notes beside figures</translation>
    </message>
    <message>
        <source>کنار رقم چاپ می‌شود؛ خود رقم تغییر نمی‌پذیرد.</source>
        <translation>Printed beside the figure; the figure itself does not change.</translation>
    </message>
    <message>
        <source>رقم‌های امضاشده</source>
        <translation>Signed figures</translation>
    </message>
    <message>
        <source>نسخهٔ تعریف شاخص‌ها</source>
        <translation>Version of the definitions</translation>
    </message>
    <message>
        <source>اثر محتوا</source>
        <translation>Content hash</translation>
    </message>
    <message>
        <source>امضاکننده</source>
        <translation>Signed by</translation>
    </message>
    <message>
        <source>زمان امضا</source>
        <translation>Signed at</translation>
    </message>
    <message>
        <source>زمان ارسال</source>
        <translation>Sent at</translation>
    </message>
    <message>
        <source>راه ارسال</source>
        <translation>Sent by</translation>
    </message>
    <message>
        <source>زمان پاسخ استان</source>
        <translation>Answered at</translation>
    </message>
    <message>
        <source>پاسخ‌دهندهٔ استان</source>
        <translation>Answered by</translation>
    </message>
    <message>
        <source>اگر خالی بماند: کاربر استان که پاسخ می‌دهد.</source>
        <translation>If left empty: the user of the province who answers.</translation>
    </message>
    <message>
        <source>شمارهٔ پاسخ استان</source>
        <translation>Number of the province&apos;s answer</translation>
    </message>
    <message>
        <source>دلیل برگشت</source>
        <translation>Reason of the return</translation>
    </message>
    <message>
        <source>ایراد بخش‌ها</source>
        <translation>Faults of sections</translation>
    </message>
    <message>
        <source>رقم‌ها، ردیف‌ها و متن‌ها برای همیشه همین می‌مانند؛ امضا بازگشتی ندارد.</source>
        <translation>Figures, rows and texts stay as they are for ever; a signature is not taken back.</translation>
    </message>
    <message>
        <source>موازنهٔ نیازها برقرار است، هر جلسهٔ ماه حضور و غیاب دارد و هزینه‌ای بیش از اعتبار نیست.</source>
        <translation>The stock of needs adds up, every session of the month has attendance, and nothing is spent beyond a credit.</translation>
    </message>
    <message>
        <source>ماه گزارش پایان یافته است.</source>
        <translation>The month of the report is over.</translation>
    </message>
    <message>
        <source>ارسال به استان</source>
        <translation>Send to the province</translation>
    </message>
    <message>
        <source>پاسخ با استان است؛ مدیر دفتر آن را با شمارهٔ نامه ثبت می‌کند.</source>
        <translation>The answer is the province&apos;s; the manager records it with the number of the letter.</translation>
    </message>
    <message>
        <source>رقم گزارش</source>
        <translation>Figure of a report</translation>
    </message>
    <message>
        <source>رقم‌های گزارش</source>
        <translation>Figures of a report</translation>
    </message>
    <message>
        <source>شاخص</source>
        <translation>Indicator</translation>
    </message>
    <message>
        <source>صورت</source>
        <translation>Numerator</translation>
    </message>
    <message>
        <source>مخرج</source>
        <translation>Denominator</translation>
    </message>
    <message>
        <source>واحد</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>بی‌داده</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>ماه پیش</source>
        <translation>Month before</translation>
    </message>
    <message>
        <source>پوشیده</source>
        <translation>Hidden</translation>
    </message>
    <message>
        <source>بخش</source>
        <translation>Section</translation>
    </message>
    <message>
        <source>رقم</source>
        <translation>Figure</translation>
    </message>
    <message>
        <source>کد شاخص، برای نمونه I-11، یا نام بخش</source>
        <translation>Code of an indicator, for instance I-11, or name of a section</translation>
    </message>
    <message>
        <source>امضاشده</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>برگشت‌خورده</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>شبکه</source>
        <translation>Network</translation>
    </message>
    <message>
        <source>حافظهٔ همراه</source>
        <translation>Memory stick</translation>
    </message>
    <message>
        <source>خلاصهٔ مدیریتی</source>
        <translation>Summary</translation>
    </message>
    <message>
        <source>مشخصات دفتر و محله‌ها</source>
        <translation>The office and its neighbourhoods</translation>
    </message>
    <message>
        <source>ثبت و پوشش</source>
        <translation>Registration and coverage</translation>
    </message>
    <message>
        <source>مراجعات، بازدیدها و مشاوره‌ها</source>
        <translation>Visits and advice</translation>
    </message>
    <message>
        <source>نیازها و مطالبات</source>
        <translation>Needs and demands</translation>
    </message>
    <message>
        <source>پاسخگویی دستگاه‌ها</source>
        <translation>Answers of agencies</translation>
    </message>
    <message>
        <source>آموزش و توانمندسازی</source>
        <translation>Training and empowerment</translation>
    </message>
    <message>
        <source>مشارکت مردم و نهادسازی</source>
        <translation>Participation</translation>
    </message>
    <message>
        <source>هماهنگی و تفاهم‌نامه‌ها</source>
        <translation>Coordination and memoranda</translation>
    </message>
    <message>
        <source>ظرفیت‌ها، پروژه‌ها و سرانه‌ها</source>
        <translation>Capacities, projects and levels of service</translation>
    </message>
    <message>
        <source>آسیب‌ها و زمینه‌های بروز</source>
        <translation>Harms and their grounds</translation>
    </message>
    <message>
        <source>اعتبارات و کمک‌های مردمی</source>
        <translation>Credits and donations</translation>
    </message>
    <message>
        <source>سمن‌ها و طرح‌ها</source>
        <translation>NGOs and plans</translation>
    </message>
    <message>
        <source>ارزیابی‌ها و بهبود</source>
        <translation>Evaluations and improvement</translation>
    </message>
    <message>
        <source>اصلاحات ماه‌های پیش</source>
        <translation>Corrections of earlier months</translation>
    </message>
    <message>
        <source>درخواست‌ها از استان</source>
        <translation>Requests to the province</translation>
    </message>
    <message>
        <source>گزارش این ماه امضا نشده است.</source>
        <translation>The report of this month is not signed.</translation>
    </message>
    <message>
        <source>هدف سهم مأموریت اجتماعی</source>
        <translation>Target share of the social mission</translation>
    </message>
    <message>
        <source>کمینهٔ حضور برای تکمیل</source>
        <translation>Least attendance for completion</translation>
    </message>
    <message>
        <source>پیشرفت</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>کیفیت ثبت</source>
        <translation>Quality of registration</translation>
    </message>
    <message>
        <source>از ساکنان فعال پایان ماه، سهم کسانی که جنس، تاریخ تولد یا سن، نسبت، محله و رضایت ثبت پایه‌شان نوشته شده؛ کسی که داده‌هایش محو شده به حساب نمی‌آید.</source>
        <translation>Of the residents active at the end of the month, the share of whom sex, date of birth or age, relation, neighbourhood and consent to the record are written; whose data were erased does not count.</translation>
    </message>
    <message>
        <source>دارای شناسهٔ هویتی</source>
        <translation>With an identity document</translation>
    </message>
    <message>
        <source>تکمیل یا ناتمام ماندن را گزارش کارگاه از روی جلسه‌های برگزارشده می‌نویسد، نه کسی به دست خود.</source>
        <translation>The report of the workshop says who completed it, by the sessions held; nobody writes it by hand.</translation>
    </message>
    <message>
        <source>در این جلسه کسی حاضر نوشته شده است؛ نخست آن نشانه‌ها را درست کنید.</source>
        <translation>Somebody is marked as present in this session; correct those marks first.</translation>
    </message>
    <message>
        <source>اگر روز یا ماه را نمی‌دانید، همان سال یا ماه بس است.</source>
        <translation>If you do not know the day or the month, the year or the month is enough.</translation>
    </message>
    <message>
        <source>اگر روز را نمی‌دانید، ماه بس است: «اسفند ۹۶».</source>
        <translation>If you do not know the day, the month is enough: “Esfand 96”.</translation>
    </message>
    <message>
        <source>دستوری که فعالیت بر پایهٔ آن است.</source>
        <translation>The directive the activity rests on.</translation>
    </message>
    <message>
        <source>آسیبی که در محله از آن کاسته شود؛ دربارهٔ هیچ شرکت‌کننده‌ای نیست.</source>
        <translation>The harm that is to become less in the neighbourhood; it is about no participant.</translation>
    </message>
    <message>
        <source>مهمانان (تنها سمت)</source>
        <translation>Guests (posts only)</translation>
    </message>
    <message>
        <source>برای نمونه «فرماندار»؛ نام کسی نوشته نمی‌شود.</source>
        <translation>For example “governor”; nobody&apos;s name is written.</translation>
    </message>
    <message>
        <source>برندگان (تیم یا گروه)</source>
        <translation>Winners (team or group)</translation>
    </message>
    <message>
        <source>اعتبار ویژه است</source>
        <translation>Is a special credit</translation>
    </message>
    <message>
        <source>تجربه‌های خوب</source>
        <translation>Good practices</translation>
    </message>
    <message>
        <source>مقایسهٔ دو ماه</source>
        <translation>Comparison of two months</translation>
    </message>
    <message>
        <source>روند سال</source>
        <translation>Trend of the year</translation>
    </message>
    <message>
        <source>برای مقایسه دو ماه جدا برگزینید.</source>
        <translation>Choose two different months to compare.</translation>
    </message>
    <message>
        <source>پرونده نوشته شد، ولی برنامه‌ای در این رایانه آن را باز نکرد.</source>
        <translation>The file was written, but no program on this computer opened it.</translation>
    </message>
    <message>
        <source>این پرونده از {date} آغاز شده است؛ گامی پیش از آن ثبت نمی‌شود.</source>
        <translation>This record begins on {date}; no step before it is written.</translation>
    </message>
    <message>
        <source>مهلت تنها با گام «تمدید مهلت» و با دلیل جابه‌جا می‌شود.</source>
        <translation>The deadline is moved only by the step “Extend the deadline”, with a reason.</translation>
    </message>
    <message>
        <source>این تفاهم‌نامه خودبه‌خود پایان یافته است؛ روز فسخ پس از پایان آن نیست.</source>
        <translation>This memorandum has ended by itself; it cannot be terminated on a day after its end.</translation>
    </message>
    <message>
        <source>نشان دفتر</source>
        <translation>Office logo</translation>
    </message>
    <message>
        <source>نشان تنها به خود دفتر پیوست می‌شود.</source>
        <translation>A logo is attached to the office itself only.</translation>
    </message>
    <message>
        <source>به این نشانی راهی نیست؛ شبکه و نشانی را بررسی کنید و دوباره بکوشید. چیزی از دست نرفته است.</source>
        <translation>There is no way to this address; check the network and the address and try again. Nothing is lost.</translation>
    </message>
    <message>
        <source>ارتباط پیاپی قطع می‌شود؛ آنچه رسیده است می‌ماند و بار دیگر از همان‌جا ادامه می‌یابد.</source>
        <translation>The connection keeps breaking off; what has arrived stays, and the next time goes on from there.</translation>
    </message>
    <message>
        <source>«{given}» نشانی درستی نیست؛ برای نمونه https://192.168.1.20:8743</source>
        <translation>“{given}” is no valid address; for example https://192.168.1.20:8743</translation>
    </message>
    <message>
        <source>هنوز نشانی‌ای برای هم‌رسانی داده نشده است؛ یک بار ‎--server URL بنویسید.</source>
        <translation>No address to sync with has been given yet; say --server URL once.</translation>
    </message>
    <message>
        <source>گواهی آن سو همانی نیست که این رایانه می‌شناسد؛ شاید کس دیگری خود را جای آن گذاشته است.</source>
        <translation>The certificate of the other side is not the one this computer knows; somebody may be posing as it.</translation>
    </message>
    <message>
        <source>گواهی آن سو دیگر معتبر نیست؛ از کسی که کارساز را اداره می‌کند گواهی تازه بخواهید.</source>
        <translation>The certificate of the other side is no longer valid; ask whoever runs the server for a new one.</translation>
    </message>
    <message>
        <source>آن سو خود را نشناساند؛ با آن هم‌رسانی نشد.</source>
        <translation>The other side did not prove who it is; nothing was exchanged with it.</translation>
    </message>
    <message>
        <source>این رایانه آن سو را نمی‌شناسد؛ نخست با کد و پروندهٔ دعوت به هم معرفی شوند.</source>
        <translation>This computer does not know the other side; introduce them first with the invitation file and code.</translation>
    </message>
    <message>
        <source>آن رایانه از دفتر کنار گذاشته شده است و با آن هم‌رسانی نمی‌شود.</source>
        <translation>That computer has been shut out of the office, and nothing is exchanged with it.</translation>
    </message>
    <message>
        <source>این نشانی از آنِ همین رایانه است.</source>
        <translation>This address is this computer&apos;s own.</translation>
    </message>
    <message>
        <source>آن سو این دفتر را نمی‌شناسد؛ نشانی دفتر دیگری است.</source>
        <translation>The other side does not know this office; the address is another office&apos;s.</translation>
    </message>
    <message>
        <source>آن سو این رایانه را نمی‌شناسد؛ نخست با کد دعوت به آن بپیوندید.</source>
        <translation>The other side does not know this computer; join it first with an invitation code.</translation>
    </message>
    <message>
        <source>این رایانه پیوسته است و هنوز در استان تأیید نشده است.</source>
        <translation>This computer has joined and has not been approved at the province yet.</translation>
    </message>
    <message>
        <source>این رایانه کنار گذاشته شده است و دیگر هم‌رسانی نمی‌کند؛ به مدیر دفتر خبر دهید.</source>
        <translation>This computer has been shut out and no longer syncs; tell the office&apos;s manager.</translation>
    </message>
    <message>
        <source>برنامه در یکی از دو سو قدیمی است؛ نخست آن را به‌روز کنید. داده‌ها همین‌جا می‌مانند.</source>
        <translation>The program on one of the two sides is old; update it first. The data stay here.</translation>
    </message>
    <message>
        <source>آن سو این درخواست را نپذیرفت؛ چیزی دگرگون نشد.</source>
        <translation>The other side did not accept this request; nothing was changed.</translation>
    </message>
    <message>
        <source>در درگاه {port} نمی‌توان شنید؛ شاید برنامهٔ دیگری آن را گرفته است.</source>
        <translation>Port {port} cannot be listened on; another program may have taken it.</translation>
    </message>
    <message>
        <source>نامی کوتاه برای این رایانه بنویسید، برای نمونه «رایانهٔ پذیرش».</source>
        <translation>Write a short name for this laptop, for example “Reception”.</translation>
    </message>
    <message>
        <source>این همان رایانه‌ای است که با آن کار می‌کنید؛ از رایانهٔ دیگری ببندیدش.</source>
        <translation>This is the laptop that you are working with; shut it out from another one.</translation>
    </message>
    <message>
        <source>شمارهٔ آزادی برای رایانهٔ دیگر نمانده است.</source>
        <translation>No number is left for another laptop.</translation>
    </message>
    <message>
        <source>هنوز داده‌های دفتر به این رایانه نرسیده است؛ نخست یک پروندهٔ همراه بخوانید یا همگام کنید.</source>
        <translation>The office&apos;s data have not reached this laptop yet; first read a courier&apos;s file or sync.</translation>
    </message>
    <message>
        <source>این کد از آن این دعوت نیست؛ دوباره نگاه کنید.</source>
        <translation>This code does not belong to this invitation; look again.</translation>
    </message>
    <message>
        <source>پروندهٔ دعوت بریده است؛ دوباره آن را بیاورید.</source>
        <translation>The invitation file was cut; bring it again.</translation>
    </message>
    <message>
        <source>این پرونده دعوت نیست یا آسیب دیده است.</source>
        <translation>This file is no invitation, or it is damaged.</translation>
    </message>
    <message>
        <source>این دعوت را برنامه‌ای تازه‌تر نوشته است؛ نخست این برنامه را به‌روز کنید.</source>
        <translation>A newer program wrote this invitation; update this program first.</translation>
    </message>
    <message>
        <source>مهلت این دعوت گذشته است، یا ساعت این رایانه درست نیست؛ دعوتی تازه بگیرید.</source>
        <translation>The time of this invitation is over, or this laptop&apos;s clock is wrong; get a new invitation.</translation>
    </message>
    <message>
        <source>این کد از آن این کارت نیست؛ دوباره نگاه کنید.</source>
        <translation>This code does not belong to this card; look again.</translation>
    </message>
    <message>
        <source>پروندهٔ کارت بریده است؛ دوباره آن را بیاورید.</source>
        <translation>The card file was cut; bring it again.</translation>
    </message>
    <message>
        <source>این پرونده کارت استان نیست یا آسیب دیده است.</source>
        <translation>This file is no card of a province, or it is damaged.</translation>
    </message>
    <message>
        <source>این کارت برای دفتر {given} است، نه برای این دفتر.</source>
        <translation>This card is for office {given}, not for this office.</translation>
    </message>
    <message>
        <source>این دفتر پیش‌تر به «{title}» پیوسته است.</source>
        <translation>This office joined “{title}” before.</translation>
    </message>
    <message>
        <source>این دفتر رایانهٔ دیگری ندارد؛ نخست آن را دعوت کنید.</source>
        <translation>This office has no other laptop; invite one first.</translation>
    </message>
    <message>
        <source>این دفتر هنوز به استان نپیوسته است؛ نخست با کارت استان بپیوندید.</source>
        <translation>This office has not joined a province yet; join with the province&apos;s card first.</translation>
    </message>
    <message>
        <source>نام پروندهٔ همراه باید به ‎.tashil پایان یابد.</source>
        <translation>The name of a courier&apos;s file must end with .tashil.</translation>
    </message>
    <message>
        <source>روی این حافظه جا نیست؛ چیزی نوشته نشد. جا باز کنید یا حافظهٔ دیگری بیاورید.</source>
        <translation>There is no room on this stick; nothing was written. Make room or bring another stick.</translation>
    </message>
    <message>
        <source>این حافظه نوشته یا خوانده نشد؛ شاید بیرون کشیده شده است. دوباره بکوشید.</source>
        <translation>This stick could not be written or read; perhaps it was pulled out. Try again.</translation>
    </message>
    <message>
        <source>آنچه از حافظه بازخوانده شد همان نیست که نوشته شد؛ حافظهٔ دیگری بیاورید.</source>
        <translation>What was read back from the stick is not what was written; bring another stick.</translation>
    </message>
    <message>
        <source>این پرونده بریده است؛ آنچه پیش از بریدگی بود خوانده شد، باقی با پروندهٔ بعدی می‌آید.</source>
        <translation>This file was cut; what came before the cut was read, the rest comes with the next file.</translation>
    </message>
    <message>
        <source>این پرونده برای این رایانه بسته نشده است؛ از فرستنده بخواهید پرونده‌ای تازه بنویسد.</source>
        <translation>This file was not sealed for this laptop; ask the sender for a new one.</translation>
    </message>
    <message>
        <source>این پرونده برای دفتر دیگری است.</source>
        <translation>This file is for another office.</translation>
    </message>
    <message>
        <source>این پرونده برای استان دیگری است یا از آن آمده است.</source>
        <translation>This file is for another province, or comes from one.</translation>
    </message>
    <message>
        <source>این پرونده برای استان است و آن‌جا خوانده می‌شود.</source>
        <translation>This file is for the province and is read there.</translation>
    </message>
    <message>
        <source>رایانه‌ای که این پرونده را نوشته این‌جا شناخته نیست؛ آنچه پذیرفتنی بود خوانده شد.</source>
        <translation>The laptop that wrote this file is not known here; what could be believed was read.</translation>
    </message>
    <message>
        <source>برای پشتیبان‌گیری از PostgreSQL برنامهٔ pg_dump لازم است.</source>
        <translation>Backing up PostgreSQL needs the program pg_dump.</translation>
    </message>
    <message>
        <source>رسید حامل</source>
        <translation>Courier&apos;s receipt</translation>
    </message>
    <message>
        <source>این کد درست نیست یا پیش‌تر به کار رفته است؛ کد تازه را بنویسید.</source>
        <translation>This code is wrong or was used before; please enter a new one.</translation>
    </message>
    <message>
        <source>چند بار پیاپی نادرست نوشته شد؛ پانزده دقیقه دیگر دوباره بیایید.</source>
        <translation>Too many wrong attempts in a row; please come back in fifteen minutes.</translation>
    </message>
    <message>
        <source>گذرواژهٔ تازه همان گذرواژهٔ پیشین است.</source>
        <translation>The new password is the same as the old one.</translation>
    </message>
    <message>
        <source>گذرواژهٔ کنونی درست نیست.</source>
        <translation>The current password is wrong.</translation>
    </message>
    <message>
        <source>تکرار گذرواژه با خود آن یکی نیست.</source>
        <translation>The repeated password is not the same.</translation>
    </message>
    <message>
        <source>آنچه نوشته شد خوانده نشد.</source>
        <translation>What was written could not be read.</translation>
    </message>
    <message>
        <source>دست‌کم یک حساب گشودهٔ مدیر سامانه باید بماند.</source>
        <translation>At least one open account of a system administrator must remain.</translation>
    </message>
    <message>
        <source>برای این دستگاه نیاز بازی نیست؛ نامه‌ای لازم نیست.</source>
        <translation>No need is open for this agency; no letter is called for.</translation>
    </message>
    <message>
        <source>این دفتر از پشتیبان بازگردانده شد و این رایانه با شناسه‌ای تازه ادامه می‌دهد؛ با هم‌رسانی، آنچه دیگران دارند بازمی‌گردد.</source>
        <translation>This office was restored from a backup, and this laptop goes on under a new identity; what others have comes back by sync.</translation>
    </message>
    <message>
        <source>این پوشه رونوشت دفتری است که در جای دیگری هم هست، یا به این رایانه آورده شده است؛ از این پس رایانه‌ای جدا شمرده می‌شود و شماره‌های خودش را می‌دهد.</source>
        <translation>This folder is a copy of an office that also lies elsewhere, or was brought to this computer; from now on it counts as a laptop of its own and gives numbers of its own.</translation>
    </message>
    <message>
        <source>این پرونده پشتیبان دفتر تسهیلگر نیست یا آسیب دیده است.</source>
        <translation>This file is no backup of a Tashilgar office, or it is damaged.</translation>
    </message>
    <message>
        <source>این پشتیبان آسیب دیده است و باز نمی‌شود؛ پشتیبان دیگری برگزینید.</source>
        <translation>This backup is damaged and does not open; choose another one.</translation>
    </message>
    <message>
        <source>این پشتیبان را برنامه‌ای تازه‌تر نوشته است؛ نخست برنامه را روزآمد کنید.</source>
        <translation>A newer program wrote this backup; update the program first.</translation>
    </message>
    <message>
        <source>این پشتیبان از دفتر دیگری است؛ آن را در پوشهٔ خودش یا پوشه‌ای خالی بازگردانید.</source>
        <translation>This backup is of another office; restore it into its own folder or an empty one.</translation>
    </message>
    <message>
        <source>هنوز پشتیبانی نیست.</source>
        <translation>There is no backup yet.</translation>
    </message>
    <message>
        <source>پوشه یا حافظهٔ دوم پشتیبان در دسترس نیست؛ پشتیبان در پوشهٔ دفتر نوشته شد. بار دیگر که باشد، در آن هم نوشته می‌شود.</source>
        <translation>The second folder or stick for backups cannot be reached; the backup was written in the office&apos;s folder. It goes there too when the place is back.</translation>
    </message>
    <message>
        <source>پروندهٔ دفتر از آنچه پیش‌تر در این رایانه بود عقب‌تر است؛ شاید پرونده‌ای کهنه جای آن را گرفته است. چیزی قفل نشد و این رایانه با شناسه‌ای تازه ادامه می‌دهد. با هم‌رسانی یا از پشتیبان تازه‌تر، آنچه کم است بازمی‌گردد.</source>
        <translation>The office file is behind what was on this computer before; perhaps an old file has taken its place. Nothing is locked, and this laptop goes on under a new identity. What is missing comes back by sync, or from a newer backup.</translation>
    </message>
    <message>
        <source>هنوز هیچ دفتری نپیوسته است تا در آن نوشته شود.</source>
        <translation>No office has joined yet into which this could be written.</translation>
    </message>
    <message>
        <source>نام کاربری ۳ تا ۴۰ نویسه است: حرف‌های کوچک لاتین، رقم و . _ -</source>
        <translation>A username has 3 to 40 characters: small Latin letters, digits and . _ -</translation>
    </message>
    <message>
        <source>این همان گذرواژهٔ پیشین است؛ گذرواژهٔ دیگری بنویسید.</source>
        <translation>This is the same password as before; type another one.</translation>
    </message>
    <message>
        <source>این حساب بسته است؛ مدیر دفتر می‌تواند آن را باز کند.</source>
        <translation>This account is closed; the manager can open it.</translation>
    </message>
    <message>
        <source>این گذرواژه را مدیر گذاشته است؛ نخست آن را با گذرواژهٔ خودتان عوض کنید.</source>
        <translation>The manager set this password; first replace it with one of your own.</translation>
    </message>
    <message>
        <source>برای این کار مدیر دیگری هم باید گذرواژه‌اش را بدهد: {names}.</source>
        <translation>For this another manager must give his password too: {names}.</translation>
    </message>
    <message>
        <source>دیسک ننوشت؛ چیزی ثبت نشد. اگر جا دارد و باز پیش می‌آید، پشتیبان بگیرید و دیسک را وارسی کنید.</source>
        <translation>The disk did not write; nothing was saved. If it has room and this happens again, make a backup and have the disk checked.</translation>
    </message>
    <message>
        <source>گشودن دوبارهٔ حساب</source>
        <translation>Account opened again</translation>
    </message>
    <message>
        <source>کد بازیابی تازه</source>
        <translation>New recovery code</translation>
    </message>
    <message>
        <source>ورود و قفل</source>
        <translation>Sign-in and lock</translation>
    </message>
    <message>
        <source>دیدن داده‌های حساس</source>
        <translation>Looks at sensitive data</translation>
    </message>
    <message>
        <source>چاپ و خروجی</source>
        <translation>Prints and exports</translation>
    </message>
    <message>
        <source>همگام‌سازی</source>
        <translation>Sync</translation>
    </message>
    <message>
        <source>پرونده‌ها</source>
        <translation>Files</translation>
    </message>
    <message>
        <source>حساب‌ها</source>
        <translation>Accounts</translation>
    </message>
    <message>
        <source>ورود</source>
        <translation>Sign-in</translation>
    </message>
    <message>
        <source>گذرواژهٔ نادرست</source>
        <translation>Wrong password</translation>
    </message>
    <message>
        <source>خروج</source>
        <translation>Sign-out</translation>
    </message>
    <message>
        <source>قفل کردن</source>
        <translation>Locking</translation>
    </message>
    <message>
        <source>گشودن قفل</source>
        <translation>Unlocking</translation>
    </message>
    <message>
        <source>گذرواژهٔ تازه با کد بازیابی</source>
        <translation>New password by the recovery code</translation>
    </message>
    <message>
        <source>دیدن</source>
        <translation>Look</translation>
    </message>
    <message>
        <source>چاپ</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>خروجی</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>پشتیبان‌گیری</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>بازگرداندن پشتیبان</source>
        <translation>Restoring a backup</translation>
    </message>
    <message>
        <source>ساختن بستهٔ تحویل</source>
        <translation>Making the handover package</translation>
    </message>
    <message>
        <source>گشودن بستهٔ تحویل</source>
        <translation>Opening the handover package</translation>
    </message>
    <message>
        <source>همگام‌سازی با شبکه</source>
        <translation>Sync by network</translation>
    </message>
    <message>
        <source>نوشتن پروندهٔ همراه</source>
        <translation>Writing a courier file</translation>
    </message>
    <message>
        <source>خواندن پروندهٔ همراه</source>
        <translation>Reading a courier file</translation>
    </message>
    <message>
        <source>یکسره کردن تعارض</source>
        <translation>Settling a conflict</translation>
    </message>
    <message>
        <source>پیوستن به استان</source>
        <translation>Joining the province</translation>
    </message>
    <message>
        <source>دعوت رایانهٔ تازه</source>
        <translation>Inviting a laptop</translation>
    </message>
    <message>
        <source>کلیدهای تازهٔ رایانه</source>
        <translation>New keys of the laptop</translation>
    </message>
    <message>
        <source>کنار گذاشتن رایانه</source>
        <translation>Revoking a laptop</translation>
    </message>
    <message>
        <source>گزارش رایانهٔ گم‌شده</source>
        <translation>Report of a lost laptop</translation>
    </message>
    <message>
        <source>تحویل دادن رایانه</source>
        <translation>Handing a laptop over</translation>
    </message>
    <message>
        <source>آغاز دوباره از پشتیبان</source>
        <translation>Begun again from a backup</translation>
    </message>
    <message>
        <source>پروندهٔ به‌عقب‌برگشته</source>
        <translation>A file that went back</translation>
    </message>
    <message>
        <source>رونوشت پوشهٔ دفتر</source>
        <translation>A copy of the office’s folder</translation>
    </message>
    <message>
        <source>ورود از پروندهٔ اکسل</source>
        <translation>Import from a spreadsheet</translation>
    </message>
    <message>
        <source>یکی کردن دو پرونده</source>
        <translation>Merging two files</translation>
    </message>
    <message>
        <source>جدا کردن دو پرونده</source>
        <translation>Parting two files</translation>
    </message>
    <message>
        <source>شناختن همان فرد</source>
        <translation>Recognised as the same person</translation>
    </message>
    <message>
        <source>فراموش کردن</source>
        <translation>Forgetting</translation>
    </message>
    <message>
        <source>کاستن به شمارش</source>
        <translation>Reducing to a count</translation>
    </message>
    <message>
        <source>افزودن پیوست</source>
        <translation>Attachment added</translation>
    </message>
    <message>
        <source>تغییر پیوست</source>
        <translation>Attachment changed</translation>
    </message>
    <message>
        <source>حذف</source>
        <translation>Deletion</translation>
    </message>
    <message>
        <source>پایان خانوار</source>
        <translation>Household ended</translation>
    </message>
    <message>
        <source>بازگشت خانوار با اعضا</source>
        <translation>Household back with its members</translation>
    </message>
    <message>
        <source>جدا شدن از خانوار</source>
        <translation>Parting from a household</translation>
    </message>
    <message>
        <source>پیوستن به خانوار</source>
        <translation>Joining a household</translation>
    </message>
    <message>
        <source>بازگشت فرد</source>
        <translation>Person back</translation>
    </message>
    <message>
        <source>رفتن فرد</source>
        <translation>Person left</translation>
    </message>
    <message>
        <source>درگذشت فرد</source>
        <translation>Person died</translation>
    </message>
    <message>
        <source>حساب تازه</source>
        <translation>New account</translation>
    </message>
    <message>
        <source>تغییر گذرواژه</source>
        <translation>Password changed</translation>
    </message>
    <message>
        <source>تغییر دسترسی به داده‌های حساس</source>
        <translation>Access to sensitive data changed</translation>
    </message>
    <message>
        <source>بستن حساب</source>
        <translation>Account closed</translation>
    </message>
    <message>
        <source>بنیاد دفتر</source>
        <translation>Office founded</translation>
    </message>
    <message>
        <source>ساختن دفتر آزمایشی</source>
        <translation>Sample office made</translation>
    </message>
    <message>
        <source>پیش‌نویس گزارش</source>
        <translation>Report drafted</translation>
    </message>
    <message>
        <source>امضای گزارش</source>
        <translation>Report signed</translation>
    </message>
    <message>
        <source>ارسال گزارش</source>
        <translation>Report sent</translation>
    </message>
    <message>
        <source>پذیرش گزارش</source>
        <translation>Report accepted</translation>
    </message>
    <message>
        <source>برگشت گزارش</source>
        <translation>Report returned</translation>
    </message>
    <message>
        <source>سطر {seq} دفتر رخدادها پس از نوشته شدن تغییر کرده است.</source>
        <translation>Line {seq} of the audit log was changed after it was written.</translation>
    </message>
    <message>
        <source>سطرهای {seq} تا {upto} از دفتر رخدادها برداشته شده است.</source>
        <translation>Lines {seq} to {upto} were taken out of the audit log.</translation>
    </message>
    <message>
        <source>سطرهای {seq} تا {upto} که {at} در دفتر رخدادها بود، دیگر نیست: پایان آن بریده یا پرونده به عقب برگشته است.</source>
        <translation>Lines {seq} to {upto}, which stood in the audit log on {at}, are gone: its end was cut off, or the file went back.</translation>
    </message>
    <message>
        <source>دفتر رخدادها تا سطر {seq} آن نیست که {at} بود: از نو نوشته شده یا پرونده به عقب برگشته است.</source>
        <translation>Up to line {seq} the audit log is not what it was on {at}: it was written anew, or the file went back.</translation>
    </message>
    <message>
        <source>از این پرونده چندان نمانده است که بی پشتیبان برپا شود؛ یک پشتیبان هم بدهید (‎--backup).</source>
        <translation>Too little is left of this file to stand without a backup; give one too (‎--backup).</translation>
    </message>
    <message>
        <source>دادهٔ حساسِ بی‌رضایت</source>
        <translation>Sensitive data without consent</translation>
    </message>
    <message>
        <source>پس از پایان رضایت خالی می‌شود؛ عکس نیز</source>
        <translation>emptied when the consent ends; photos too</translation>
    </message>
    <message>
        <source>مراجعه‌های پیش از پنج سال</source>
        <translation>Visits of more than five years ago</translation>
    </message>
    <message>
        <source>بی‌نام و بی‌شرح می‌ماند و شمرده می‌شود</source>
        <translation>stay to be counted, without whom and what</translation>
    </message>
    <message>
        <source>نامه‌های پیش از پنج سال</source>
        <translation>Letters of more than five years ago</translation>
    </message>
    <message>
        <source>شماره و تاریخ می‌ماند؛ نام و متن می‌رود</source>
        <translation>number and date stay; name and text go</translation>
    </message>
    <message>
        <source>رضایت‌های پایان‌یافته</source>
        <translation>Consents that have ended</translation>
    </message>
    <message>
        <source>یک سال پس از پایان برداشته می‌شود</source>
        <translation>removed a year after their end</translation>
    </message>
    <message>
        <source>ساکنانی که رفته‌اند</source>
        <translation>Residents who have left</translation>
    </message>
    <message>
        <source>سه سال پس از رفتن خانوار بی‌نام می‌شوند</source>
        <translation>nameless three years after the household left</translation>
    </message>
    <message>
        <source>کارساز از پشتیبان بازآمده و این دفتر هنوز هم‌رسانی نکرده است؛ پس از نخستین هم‌رسانی دوباره بنویسید.</source>
        <translation>The server was brought back from a backup and this office has not synced since; write again after its first sync.</translation>
    </message>
    <message>
        <source>دفتر رخدادها</source>
        <translation>Audit log</translation>
    </message>
    <message>
        <source>رایانه</source>
        <translation>Laptop</translation>
    </message>
    <message>
        <source>با کد بازیابی</source>
        <translation>by the recovery code</translation>
    </message>
    <message>
        <source>پس از چند دقیقه بی‌کاری</source>
        <translation>after some idle minutes</translation>
    </message>
    <message>
        <source>نسخهٔ داخلی</source>
        <translation>internal copy</translation>
    </message>
    <message>
        <source>نسخهٔ بیرونی</source>
        <translation>copy for others</translation>
    </message>
    <message>
        <source>اکسل</source>
        <translation>Excel</translation>
    </message>
    <message>
        <source>بله</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>فرستاده/رسیده</source>
        <translation>sent/received</translation>
    </message>
    <message>
        <source>شمار دگرگونی‌ها</source>
        <translation>changes</translation>
    </message>
    <message>
        <source>روی حافظهٔ همراه، دادهٔ ساکنان تنها مهرشده نوشته می‌شود: پروندهٔ همراه یا بستهٔ تحویل؛ این جدول را روی رایانه بنویسید.</source>
        <translation>On a stick residents’ data are written only sealed: as a courier’s file or a handover package; write this table on the computer.</translation>
    </message>
    <message>
        <source>فراموشی پس از مدت نگهداری</source>
        <translation>Forgotten after its time</translation>
    </message>
    <message>
        <source>«{label}» برای «{title}» در دو رایانه دو گونه نوشته شده است؛ نخست در «تعارض‌ها» یکی را برگزینید.</source>
        <translation>“{label}” of “{title}” was written differently on two laptops; choose one under “Conflicts” first.</translation>
    </message>
    <message>
        <source>درگاه</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>گشودن خط برای رایانه‌های دیگر</source>
        <translation>Opened the line for other laptops</translation>
    </message>
</context>
</TS>
