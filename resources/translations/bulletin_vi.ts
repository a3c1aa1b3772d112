<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>AboutBox</name>
    <message>
        <source>About the program</source>
        <translation>Giới thiệu chương trình</translation>
    </message>
    <message>
        <source>Bulletin Editor {}</source>
        <translation>Soạn bản tin {}</translation>
    </message>
    <message>
        <source>Writes the weekly bulletin of a department and prints it as Word and PDF.</source>
        <translation>Soạn bản tin hằng tuần của sở và in ra Word, PDF.</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;New issue…</source>
        <translation>Số &amp;mới…</translation>
    </message>
    <message>
        <source>Begin the next issue: number, week and sections are proposed</source>
        <translation>Bắt đầu số tiếp theo: số, tuần và chuyên mục được đề xuất sẵn</translation>
    </message>
    <message>
        <source>&amp;All issues…</source>
        <translation>Tất &amp;cả các số…</translation>
    </message>
    <message>
        <source>Open, duplicate or delete an issue</source>
        <translation>Mở, nhân bản hoặc xóa một số</translation>
    </message>
    <message>
        <source>&amp;Picture library…</source>
        <translation>&amp;Kho ảnh…</translation>
    </message>
    <message>
        <source>Find pictures of all issues, use them again, delete unused ones</source>
        <translation>Tìm ảnh của mọi số, dùng lại, xóa ảnh không dùng</translation>
    </message>
    <message>
        <source>&amp;Import an issue…</source>
        <translation>&amp;Nhập một số…</translation>
    </message>
    <message>
        <source>Take in an issue from a file in Bulletin Markdown</source>
        <translation>Lấy một số từ tệp Bulletin Markdown vào kho</translation>
    </message>
    <message>
        <source>Import &amp;documents…</source>
        <translation>Nhập &amp;bài từ tệp…</translation>
    </message>
    <message>
        <source>Take in articles from Word, PDF, web pages and texts</source>
        <translation>Đưa bài từ tệp Word, PDF, trang web, văn bản vào số này</translation>
    </message>
    <message>
        <source>&amp;Save now</source>
        <translation>&amp;Lưu ngay</translation>
    </message>
    <message>
        <source>Everything is saved by itself; this does it at once</source>
        <translation>Mọi thứ được tự động lưu; lệnh này lưu ngay lập tức</translation>
    </message>
    <message>
        <source>&amp;Export Word and PDF…</source>
        <translation>&amp;Xuất Word và PDF…</translation>
    </message>
    <message>
        <source>Make the files for distribution</source>
        <translation>Tạo các tệp để gửi đi</translation>
    </message>
    <message>
        <source>A&amp;gency and template…</source>
        <translation>Mẫu và thông tin cơ &amp;quan…</translation>
    </message>
    <message>
        <source>Masthead, imprint, emblem, colours, language</source>
        <translation>Măng-sét, thông tin xuất bản, biểu trưng, màu sắc, ngôn ngữ</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>T&amp;hoát</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Hoàn tác</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Làm lại</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Cắt</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Sao chép</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Dán</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>Chọ&amp;n tất cả</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>&amp;Tìm…</translation>
    </message>
    <message>
        <source>Find in the article or in the issue</source>
        <translation>Tìm trong bài hoặc trong cả số</translation>
    </message>
    <message>
        <source>R&amp;eplace…</source>
        <translation>Th&amp;ay thế…</translation>
    </message>
    <message>
        <source>New &amp;article</source>
        <translation>&amp;Bài mới</translation>
    </message>
    <message>
        <source>Add an article to the chosen section</source>
        <translation>Thêm một bài vào chuyên mục đang chọn</translation>
    </message>
    <message>
        <source>New &amp;section</source>
        <translation>&amp;Chuyên mục mới</translation>
    </message>
    <message>
        <source>Add a section at the end of the issue</source>
        <translation>Thêm một chuyên mục ở cuối số</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>Đổi &amp;tên</translation>
    </message>
    <message>
        <source>Rename the chosen row in place</source>
        <translation>Đổi tên ngay tại dòng đang chọn</translation>
    </message>
    <message>
        <source>&amp;Duplicate the article</source>
        <translation>&amp;Nhân bản bài</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>Chuyển &amp;lên</translation>
    </message>
    <message>
        <source>Move do&amp;wn</source>
        <translation>Chuyển x&amp;uống</translation>
    </message>
    <message>
        <source>D&amp;elete</source>
        <translation>&amp;Xóa</translation>
    </message>
    <message>
        <source>Delete the chosen article or section; it can be undone</source>
        <translation>Xóa bài hoặc chuyên mục đang chọn; có thể hoàn tác</translation>
    </message>
    <message>
        <source>&amp;Cover</source>
        <translation>Trang &amp;bìa</translation>
    </message>
    <message>
        <source>&amp;Previous article</source>
        <translation>Bài &amp;trước</translation>
    </message>
    <message>
        <source>&amp;Next article</source>
        <translation>Bài &amp;sau</translation>
    </message>
    <message>
        <source>&amp;User guide</source>
        <translation>&amp;Hướng dẫn sử dụng</translation>
    </message>
    <message>
        <source>&amp;About the program</source>
        <translation>&amp;Giới thiệu chương trình</translation>
    </message>
</context>
<context>
    <name>AllIssuesDialog</name>
    <message>
        <source>All issues</source>
        <translation>Tất cả các số</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Sửa lần cuối</translation>
    </message>
    <message>
        <source>Issues</source>
        <translation>Các số</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Đã xóa lúc</translation>
    </message>
    <message>
        <source>Issues in the trash</source>
        <translation>Các số trong thùng rác</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Mở</translation>
    </message>
    <message>
        <source>D&amp;uplicate as a new issue</source>
        <translation>&amp;Nhân bản thành số mới</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Xóa</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>&amp;Khôi phục</translation>
    </message>
    <message>
        <source>Delete for &amp;good…</source>
        <translation>Xóa &amp;vĩnh viễn…</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Thùng rác</translation>
    </message>
    <message>
        <source>Issues ({})</source>
        <translation>Các số ({})</translation>
    </message>
    <message>
        <source>Trash ({})</source>
        <translation>Thùng rác ({})</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Xóa vĩnh viễn</translation>
    </message>
    <message>
        <source>Delete {} for good?</source>
        <translation>Xóa vĩnh viễn {}?</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) will be gone; this cannot be undone.</source>
        <translation>
            <numerusform>%n bài sẽ mất hẳn; thao tác này không hoàn tác được.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ArticleEdit</name>
    <message>
        <source>Insert pictures</source>
        <translation>Chèn ảnh</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Di chuyển</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Dán</translation>
    </message>
</context>
<context>
    <name>ArticleFields</name>
    <message>
        <source>Author</source>
        <translation>Tác giả</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Nguồn</translation>
    </message>
    <message>
        <source>Where it was taken from</source>
        <translation>Lấy từ đâu</translation>
    </message>
    <message>
        <source>Address of the source</source>
        <translation>Địa chỉ của nguồn</translation>
    </message>
    <message>
        <source>Event date</source>
        <translation>Ngày diễn ra</translation>
    </message>
    <message>
        <source>This is not a complete address yet; it is not saved.</source>
        <translation>Địa chỉ chưa hoàn chỉnh nên chưa được lưu.</translation>
    </message>
    <message>
        <source>Cover line</source>
        <translation>Tít bìa</translation>
    </message>
</context>
<context>
    <name>ArticlePanel</name>
    <message>
        <source>Text of the article</source>
        <translation>Nội dung bài</translation>
    </message>
    <message>
        <source>Kind of text</source>
        <translation>Loại khối</translation>
    </message>
    <message>
        <source>Paragraph</source>
        <translation>Đoạn văn</translation>
    </message>
    <message>
        <source>Subheading</source>
        <translation>Tiêu đề mục</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Sapo</translation>
    </message>
    <message>
        <source>Callout</source>
        <translation>Khung nhấn mạnh</translation>
    </message>
    <message>
        <source>Pull quote</source>
        <translation>Trích dẫn nổi bật</translation>
    </message>
    <message>
        <source>List or table</source>
        <translation>Danh sách, bảng</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Bảng</translation>
    </message>
    <message>
        <source>Typing</source>
        <translation>Gõ chữ</translation>
    </message>
    <message>
        <source>Only words fit in here; the pictures were put behind the table or the quotation.</source>
        <translation>Chỗ này chỉ nhận chữ; ảnh được đặt ngay sau bảng hoặc trích dẫn.</translation>
    </message>
    <message>
        <source>selected: {}</source>
        <translation>đang chọn: {}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln words</source>
        <translation>
            <numerusform>%Ln từ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln characters</source>
        <translation>
            <numerusform>%Ln ký tự</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ArticlePasting</name>
    <message>
        <source>Reading what you pasted…</source>
        <translation>Đang đọc nội dung vừa dán…</translation>
    </message>
    <message>
        <source>Nothing was pasted: the article it was meant for is not open.</source>
        <translation>Chưa dán được: bài cần dán vào không còn mở.</translation>
    </message>
    <message>
        <source>Convert to Unicode</source>
        <translation>Chuyển sang Unicode</translation>
    </message>
    <message>
        <source>Join letter-spaced words</source>
        <translation>Nối lại chữ bị tách rời</translation>
    </message>
    <message>
        <source>There is nothing on the clipboard that belongs into an article.</source>
        <translation>Trong bảng nhớ tạm không có gì để đưa vào bài.</translation>
    </message>
</context>
<context>
    <name>Bars</name>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n lỗi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n cảnh báo</numerusform>
        </translation>
    </message>
    <message>
        <source>No findings</source>
        <translation>Không có vấn đề</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Hoàn tác</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Làm lại</translation>
    </message>
    <message>
        <source>&amp;Issue</source>
        <translation>&amp;Số bản tin</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Chỉnh sửa</translation>
    </message>
    <message>
        <source>&amp;Outline</source>
        <translation>&amp;Bố cục</translation>
    </message>
    <message>
        <source>&amp;Article</source>
        <translation>Bà&amp;i</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Hiển thị</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Trợ &amp;giúp</translation>
    </message>
    <message>
        <source>S&amp;tatus</source>
        <translation>&amp;Trạng thái</translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation>Thanh công cụ</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Kind of text</source>
        <translation>Loại khối</translation>
    </message>
    <message>
        <source>&amp;Bold</source>
        <translation>&amp;Đậm</translation>
    </message>
    <message>
        <source>&amp;Italic</source>
        <translation>Ngh&amp;iêng</translation>
    </message>
    <message>
        <source>&amp;Underline</source>
        <translation>&amp;Gạch chân</translation>
    </message>
    <message>
        <source>Su&amp;perscript</source>
        <translation>Chỉ số &amp;trên</translation>
    </message>
    <message>
        <source>Subsc&amp;ript</source>
        <translation>Chỉ số &amp;dưới</translation>
    </message>
    <message>
        <source>&amp;Clear formats</source>
        <translation>&amp;Xóa định dạng</translation>
    </message>
    <message>
        <source>&amp;Link…</source>
        <translation>&amp;Liên kết…</translation>
    </message>
    <message>
        <source>Bullet lis&amp;t</source>
        <translation>Danh sách gạch đầ&amp;u dòng</translation>
    </message>
    <message>
        <source>&amp;Numbered list</source>
        <translation>Danh sách đánh &amp;số</translation>
    </message>
    <message>
        <source>Nest &amp;deeper</source>
        <translation>Thụt &amp;vào một cấp</translation>
    </message>
    <message>
        <source>Indent</source>
        <translation>Thụt vào</translation>
    </message>
    <message>
        <source>Nest l&amp;ess</source>
        <translation>Lùi &amp;ra một cấp</translation>
    </message>
    <message>
        <source>Outdent</source>
        <translation>Lùi ra</translation>
    </message>
    <message>
        <source>Picture&amp;s…</source>
        <translation>Ả&amp;nh…</translation>
    </message>
    <message>
        <source>T&amp;able</source>
        <translation>&amp;Bảng</translation>
    </message>
    <message>
        <source>Paste &amp;without formats</source>
        <translation>Dán &amp;không định dạng</translation>
    </message>
    <message>
        <source>Column to the left</source>
        <translation>Cột căn trái</translation>
    </message>
    <message>
        <source>Column centred</source>
        <translation>Cột căn giữa</translation>
    </message>
    <message>
        <source>Column to the right</source>
        <translation>Cột căn phải</translation>
    </message>
    <message>
        <source>Add a r&amp;ow below</source>
        <translation>Thê&amp;m hàng bên dưới</translation>
    </message>
    <message>
        <source>Add row</source>
        <translation>Thêm hàng</translation>
    </message>
    <message>
        <source>Add a colu&amp;mn to the right</source>
        <translation>Thêm cột bên &amp;phải</translation>
    </message>
    <message>
        <source>Add column</source>
        <translation>Thêm cột</translation>
    </message>
    <message>
        <source>Remo&amp;ve the row</source>
        <translation>Xóa &amp;hàng</translation>
    </message>
    <message>
        <source>Remove row</source>
        <translation>Xóa hàng</translation>
    </message>
    <message>
        <source>Remove t&amp;he column</source>
        <translation>Xóa &amp;cột</translation>
    </message>
    <message>
        <source>Remove column</source>
        <translation>Xóa cột</translation>
    </message>
    <message>
        <source>Remove the table</source>
        <translation>Xóa bảng</translation>
    </message>
    <message>
        <source>Remove table</source>
        <translation>Xóa bảng</translation>
    </message>
    <message>
        <source>Height of letters</source>
        <translation>Chỉ số trên, dưới</translation>
    </message>
    <message>
        <source>Clear formats</source>
        <translation>Xóa định dạng</translation>
    </message>
    <message>
        <source>Numbered list</source>
        <translation>Danh sách đánh số</translation>
    </message>
    <message>
        <source>Bullet list</source>
        <translation>Danh sách gạch đầu dòng</translation>
    </message>
    <message>
        <source>Insert table</source>
        <translation>Chèn bảng</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Liên kết</translation>
    </message>
</context>
<context>
    <name>CoverLineField</name>
    <message>
        <source>Cover line</source>
        <translation>Tít bìa</translation>
    </message>
    <message>
        <source>As the headline</source>
        <translation>Theo tiêu đề</translation>
    </message>
    <message>
        <source>Other words</source>
        <translation>Viết khác</translation>
    </message>
    <message>
        <source>Not on the cover</source>
        <translation>Không đưa lên bìa</translation>
    </message>
    <message>
        <source>Words of the cover line</source>
        <translation>Chữ của tít bìa</translation>
    </message>
    <message>
        <source>What the cover says instead</source>
        <translation>Dòng chữ trên bìa</translation>
    </message>
    <message>
        <source>Difference to the headline</source>
        <translation>Chỗ khác với tiêu đề</translation>
    </message>
    <message>
        <source>Difference:</source>
        <translation>Khác tiêu đề:</translation>
    </message>
</context>
<context>
    <name>CoverPanel</name>
    <message>
        <source>Cover</source>
        <translation>Trang bìa</translation>
    </message>
    <message>
        <source>Issue number</source>
        <translation>Số thứ tự</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Năm</translation>
    </message>
    <message>
        <source>First day of the period</source>
        <translation>Ngày đầu của kỳ tin</translation>
    </message>
    <message>
        <source>Last day of the period</source>
        <translation>Ngày cuối của kỳ tin</translation>
    </message>
    <message>
        <source>Slogan</source>
        <translation>Khẩu hiệu</translation>
    </message>
    <message>
        <source>One line of the slogan per line</source>
        <translation>Mỗi dòng khẩu hiệu viết trên một dòng</translation>
    </message>
    <message>
        <source>Cover picture</source>
        <translation>Ảnh bìa</translation>
    </message>
    <message>
        <source>Choose a picture…</source>
        <translation>Chọn ảnh…</translation>
    </message>
    <message>
        <source>Edit picture…</source>
        <translation>Chỉnh ảnh…</translation>
    </message>
    <message>
        <source>Remove the picture</source>
        <translation>Bỏ ảnh</translation>
    </message>
    <message>
        <source>Alternative text of the cover picture</source>
        <translation>Văn bản thay thế của ảnh bìa</translation>
    </message>
    <message>
        <source>What the picture shows, for those who cannot see it</source>
        <translation>Ảnh cho thấy gì, dành cho người không nhìn được</translation>
    </message>
    <message>
        <source>Cover lines</source>
        <translation>Tít bìa</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>Số</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Kỳ tin</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>In this issue</source>
        <translation>Trong số này</translation>
    </message>
    <message>
        <source>Change the number</source>
        <translation>Đổi số thứ tự</translation>
    </message>
    <message>
        <source>Change the period</source>
        <translation>Đổi kỳ tin</translation>
    </message>
    <message>
        <source>Typing</source>
        <translation>Gõ chữ</translation>
    </message>
</context>
<context>
    <name>CoverPicture</name>
    <message>
        <source>Cover picture</source>
        <translation>Ảnh bìa</translation>
    </message>
    <message>
        <source>No cover picture yet</source>
        <translation>Chưa có ảnh bìa</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Unexpected error</source>
        <translation>Lỗi ngoài dự kiến</translation>
    </message>
    <message>
        <source>The program met an unexpected error. Your work has been saved as far as that was possible.
You can go on. If this happens again, send the details below to whoever looks after the program.</source>
        <translation>Chương trình gặp lỗi ngoài dự kiến. Những gì bạn đã soạn được lưu lại trong chừng mực có thể.
Bạn có thể làm tiếp. Nếu lỗi lặp lại, hãy gửi phần chi tiết dưới đây cho người phụ trách chương trình.</translation>
    </message>
    <message>
        <source>Details of the error</source>
        <translation>Chi tiết lỗi</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>&amp;Tiếp tục</translation>
    </message>
    <message>
        <source>Copy the &amp;details</source>
        <translation>&amp;Chép chi tiết</translation>
    </message>
    <message>
        <source>Close the &amp;program</source>
        <translation>Đó&amp;ng chương trình</translation>
    </message>
</context>
<context>
    <name>CropView</name>
    <message>
        <source>Picture</source>
        <translation>Ảnh</translation>
    </message>
    <message>
        <source>Arrow keys move the crop, with Shift they resize it, with Ctrl they move the focus.</source>
        <translation>Phím mũi tên di chuyển khung cắt, giữ Shift để đổi cỡ khung, giữ Ctrl để dời điểm cần giữ.</translation>
    </message>
    <message>
        <source>Opening the picture…</source>
        <translation>Đang mở ảnh…</translation>
    </message>
    <message>
        <source>Covered by the slogan</source>
        <translation>Khẩu hiệu che phần này</translation>
    </message>
</context>
<context>
    <name>DesignPage</name>
    <message>
        <source>Template</source>
        <translation>Mẫu trình bày</translation>
    </message>
    <message>
        <source>Each article starts a new &amp;page</source>
        <translation>Mỗi bài bắt đầu một t&amp;rang mới</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Màu sắc</translation>
    </message>
    <message>
        <source>Hard to read</source>
        <translation>Khó đọc</translation>
    </message>
    <message>
        <source>The template&apos;s own colour</source>
        <translation>Màu gốc của mẫu</translation>
    </message>
    <message>
        <source>{}: the template&apos;s own colour</source>
        <translation>{}: màu gốc của mẫu</translation>
    </message>
    <message>
        <source>Bands and headlines</source>
        <translation>Dải màu và tiêu đề</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>Sapo</translation>
    </message>
    <message>
        <source>Subheadings, links and bars</source>
        <translation>Tiêu đề mục, liên kết và vạch nhấn</translation>
    </message>
    <message>
        <source>Title and section labels</source>
        <translation>Tên bản tin và nhãn chuyên mục</translation>
    </message>
    <message>
        <source>Rules and ornaments</source>
        <translation>Đường kẻ và họa tiết</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Chữ nội dung</translation>
    </message>
    <message>
        <source>Ground of callouts and table headers</source>
        <translation>Nền khung nhấn mạnh và đầu bảng</translation>
    </message>
    <message>
        <source>Captions and notes</source>
        <translation>Chú thích và ghi chú</translation>
    </message>
    <message>
        <source>Thin lines</source>
        <translation>Đường kẻ mảnh</translation>
    </message>
    <message>
        <source>Words on coloured ground</source>
        <translation>Chữ trên nền màu</translation>
    </message>
    <message>
        <source>White page</source>
        <translation>Trang giấy trắng</translation>
    </message>
    <message>
        <source>“{text}” on “{ground}” is hard to read: make one darker or lighter.</source>
        <translation>“{text}” trên nền “{ground}” khó đọc: hãy chọn một màu đậm hơn hoặc nhạt hơn.</translation>
    </message>
</context>
<context>
    <name>DocumentImporting</name>
    <message>
        <source>Import documents</source>
        <translation>Nhập bài</translation>
    </message>
    <message>
        <source>Documents ({})</source>
        <translation>Tài liệu ({})</translation>
    </message>
    <message>
        <source>The articles were not imported: the issue they were meant for is not open.</source>
        <translation>Chưa nhập bài: số cần nhập không còn mở.</translation>
    </message>
</context>
<context>
    <name>Editor</name>
    <message>
        <source>Indent</source>
        <translation>Thụt vào</translation>
    </message>
    <message>
        <source>Outdent</source>
        <translation>Lùi ra</translation>
    </message>
    <message>
        <source>Write the article here…</source>
        <translation>Viết nội dung bài ở đây…</translation>
    </message>
    <message>
        <source>Who said it</source>
        <translation>Người phát biểu</translation>
    </message>
    <message>
        <source>Title of the table</source>
        <translation>Tên bảng</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Cột</translation>
    </message>
    <message>
        <source>Add row</source>
        <translation>Thêm hàng</translation>
    </message>
</context>
<context>
    <name>EmblemPage</name>
    <message>
        <source>Emblem</source>
        <translation>Biểu trưng</translation>
    </message>
    <message>
        <source>Choose a &amp;picture…</source>
        <translation>&amp;Chọn ảnh…</translation>
    </message>
    <message>
        <source>R&amp;emove the emblem</source>
        <translation>Bỏ biểu t&amp;rưng này</translation>
    </message>
    <message>
        <source>The cover shows the emblem of the template. Choose your own instead:</source>
        <translation>Trang bìa đang dùng biểu trưng của mẫu. Chọn biểu trưng riêng để thay:</translation>
    </message>
    <message>
        <source>The cover shows this emblem:</source>
        <translation>Trang bìa đang dùng biểu trưng này:</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Ảnh</translation>
    </message>
    <message>
        <source>Choose the emblem</source>
        <translation>Chọn biểu trưng</translation>
    </message>
</context>
<context>
    <name>ExportChoice</name>
    <message>
        <source>&amp;Word (.docx)</source>
        <translation>&amp;Word (.docx)</translation>
    </message>
    <message>
        <source>&amp;PDF</source>
        <translation>&amp;PDF</translation>
    </message>
    <message>
        <source>Bulletin &amp;Markdown (.md), to edit as text</source>
        <translation>Bulletin &amp;Markdown (.md), để sửa dạng văn bản</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Thư mục</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Chọn thư mục…</translation>
    </message>
    <message>
        <source>&amp;Replace them</source>
        <translation>&amp;Thay các tệp đó</translation>
    </message>
    <message>
        <source>What to look at before exporting</source>
        <translation>Những điều cần xem lại trước khi xuất</translation>
    </message>
    <message>
        <source>Tick at least one format.</source>
        <translation>Hãy đánh dấu ít nhất một định dạng.</translation>
    </message>
    <message>
        <source>Choose the folder for the files.</source>
        <translation>Hãy chọn thư mục để lưu tệp.</translation>
    </message>
    <message>
        <source>The issue has errors, so it cannot be printed. Mend them or let them pass with a reason. As Markdown alone it can be exported all the same.</source>
        <translation>Số này còn lỗi nên chưa in được. Hãy sửa, hoặc bỏ qua có lý do. Riêng dạng Markdown thì vẫn xuất được.</translation>
    </message>
    <message>
        <source>Files of these names exist already: tick “Replace them”, or choose another folder.</source>
        <translation>Đã có tệp trùng tên: hãy đánh dấu “Thay các tệp đó” hoặc chọn thư mục khác.</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>Định dạng</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Before you export, look at this:</source>
        <translation>Trước khi xuất, hãy xem lại:</translation>
    </message>
    <message>
        <source>The checks found nothing.</source>
        <translation>Kiểm tra không thấy vấn đề nào.</translation>
    </message>
    <message>
        <source>In this folder already: {}</source>
        <translation>Đã có trong thư mục này: {}</translation>
    </message>
    <message>
        <source>Folder for the files</source>
        <translation>Thư mục lưu tệp</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Xuất tệp</translation>
    </message>
    <message>
        <source>What went wrong</source>
        <translation>Điều chưa thực hiện được</translation>
    </message>
    <message>
        <source>Why it cannot be exported yet</source>
        <translation>Vì sao chưa xuất được</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Tiến độ</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Xuất tệp</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Đang bắt đầu…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Đang dừng…</translation>
    </message>
</context>
<context>
    <name>ExportedFiles</name>
    <message>
        <source>Exported. The files are in this folder:</source>
        <translation>Đã xuất xong. Các tệp nằm trong thư mục:</translation>
    </message>
    <message>
        <source>Open &amp;folder</source>
        <translation>Mở t&amp;hư mục</translation>
    </message>
    <message>
        <source>Open file</source>
        <translation>Mở tệp</translation>
    </message>
    <message>
        <source>Open {}</source>
        <translation>Mở {}</translation>
    </message>
</context>
<context>
    <name>FileList</name>
    <message>
        <source>Files and their articles</source>
        <translation>Các tệp và bài trong tệp</translation>
    </message>
    <message>
        <source>{}: could not be read</source>
        <translation>{}: không đọc được</translation>
    </message>
    <message>
        <source>{}: being read…</source>
        <translation>{}: đang đọc…</translation>
    </message>
    <message>
        <source>(no headline)</source>
        <translation>(chưa có tiêu đề)</translation>
    </message>
    <message>
        <source>Head of the letter: {}</source>
        <translation>Phần đầu văn bản: {}</translation>
    </message>
    <message>
        <source>End of the letter: {}</source>
        <translation>Phần cuối văn bản: {}</translation>
    </message>
    <message>
        <source>Before the first article: {}</source>
        <translation>Phần trước bài đầu tiên: {}</translation>
    </message>
    <message>
        <source>Section label: {}</source>
        <translation>Nhãn chuyên mục: {}</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find and replace</source>
        <translation>Tìm và thay thế</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Tìm</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>Thay bằng</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Kết quả tìm</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Thay</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>Thay tất cả</translation>
    </message>
    <message>
        <source>Previous match (Shift+F3)</source>
        <translation>Kết quả trước (Shift+F3)</translation>
    </message>
    <message>
        <source>Next match (F3)</source>
        <translation>Kết quả sau (F3)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Đóng (Esc)</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Phân biệt hoa thường</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>Nguyên từ</translation>
    </message>
    <message>
        <source>Ignore marks</source>
        <translation>Bỏ dấu</translation>
    </message>
    <message>
        <source>Typing “dien bien” finds “Điện Biên”</source>
        <translation>Gõ “dien bien” cũng tìm thấy “Điện Biên”</translation>
    </message>
    <message>
        <source>Whole issue</source>
        <translation>Cả số</translation>
    </message>
    <message>
        <source>In the whole issue</source>
        <translation>Trong cả số</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Không tìm thấy</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n chỗ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replaced</source>
        <translation>
            <numerusform>Đã thay %n chỗ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left, or the text would be empty</source>
        <translation>
            <numerusform>Giữ nguyên %n chỗ vì nếu thay sẽ thành trống</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindingSettling</name>
    <message>
        <source>Let a finding pass</source>
        <translation>Bỏ qua một vấn đề</translation>
    </message>
    <message>
        <source>{}

Why may this be let pass? The reason is kept with the issue.</source>
        <translation>{}

Vì sao có thể bỏ qua vấn đề này? Lý do được lưu cùng số bản tin.</translation>
    </message>
    <message>
        <source>Look at a finding again</source>
        <translation>Xem lại một vấn đề</translation>
    </message>
</context>
<context>
    <name>FindingsPanel</name>
    <message>
        <source>Finding</source>
        <translation>Vấn đề</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Bài</translation>
    </message>
    <message>
        <source>Mend</source>
        <translation>Sửa</translation>
    </message>
    <message>
        <source>Let pass</source>
        <translation>Bỏ qua</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Kiểm tra</translation>
    </message>
    <message>
        <source>Let pass…</source>
        <translation>Bỏ qua…</translation>
    </message>
    <message>
        <source>Let pass ({})</source>
        <translation>Đã bỏ qua ({})</translation>
    </message>
    <message>
        <source>{} Reason: {}</source>
        <translation>{} Lý do: {}</translation>
    </message>
    <message>
        <source>Look at it again</source>
        <translation>Xem lại</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n lỗi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n cảnh báo</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hint(s)</source>
        <translation>
            <numerusform>%n gợi ý</numerusform>
        </translation>
    </message>
    <message>
        <source>Go to the place</source>
        <translation>Đến chỗ này</translation>
    </message>
</context>
<context>
    <name>GuideWindow</name>
    <message>
        <source>User guide</source>
        <translation>Hướng dẫn sử dụng</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Mục lục</translation>
    </message>
</context>
<context>
    <name>HeadlineField</name>
    <message>
        <source>Headline</source>
        <translation>Tiêu đề</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import documents</source>
        <translation>Nhập bài</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Chuyên mục</translation>
    </message>
    <message>
        <source>(no label)</source>
        <translation>(chưa có nhãn)</translation>
    </message>
    <message>
        <source>With &amp;pictures</source>
        <translation>Kèm ả&amp;nh</translation>
    </message>
    <message>
        <source>Why the file cannot be read</source>
        <translation>Vì sao không đọc được tệp</translation>
    </message>
    <message>
        <source>What was left out or changed</source>
        <translation>Phần bỏ ra hoặc đã đổi</translation>
    </message>
    <message>
        <source>Bring in the &amp;whole page</source>
        <translation>Lấy cả tran&amp;g</translation>
    </message>
    <message>
        <source>Headline</source>
        <translation>Tiêu đề</translation>
    </message>
    <message>
        <source>The first paragraph is the &amp;lead</source>
        <translation>Đoạn đầu là &amp;sapo</translation>
    </message>
    <message>
        <source>Files that were read</source>
        <translation>Số tệp đã đọc</translation>
    </message>
    <message>
        <source>%v of %m files read</source>
        <translation>Đã đọc %v/%m tệp</translation>
    </message>
    <message>
        <source>&amp;Add files…</source>
        <translation>T&amp;hêm tệp…</translation>
    </message>
    <message>
        <source>Into the &amp;section</source>
        <translation>Vào &amp;chuyên mục</translation>
    </message>
    <message>
        <source>&amp;Headline</source>
        <translation>&amp;Tiêu đề</translation>
    </message>
    <message>
        <source>Nothing was left out or changed.</source>
        <translation>Không có phần nào bị bỏ ra hoặc đổi.</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Import %n article(s)</source>
        <translation>
            <numerusform>Nhậ&amp;p %n bài</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImprintPage</name>
    <message>
        <source>Kind of publication</source>
        <translation>Loại ấn phẩm</translation>
    </message>
    <message>
        <source>Internal or electronic information</source>
        <translation>Thông tin nội bộ hoặc điện tử</translation>
    </message>
    <message>
        <source>Bulletin with a licence</source>
        <translation>Bản tin có giấy phép</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Địa chỉ</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>Person responsible for the content</source>
        <translation>Người chịu trách nhiệm nội dung</translation>
    </message>
    <message>
        <source>Editorial board</source>
        <translation>Ban biên tập</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Licence number</source>
        <translation>Số giấy phép</translation>
    </message>
    <message>
        <source>Licence date</source>
        <translation>Ngày cấp phép</translation>
    </message>
    <message>
        <source>Printed at</source>
        <translation>In tại</translation>
    </message>
    <message>
        <source>Print run</source>
        <translation>Số lượng in</translation>
    </message>
    <message>
        <source>Periodicity</source>
        <translation>Kỳ hạn xuất bản</translation>
    </message>
    <message>
        <source>Printed:</source>
        <translation>Có in:</translation>
    </message>
    <message>
        <source>Print the date of the licence</source>
        <translation>In ngày cấp phép</translation>
    </message>
</context>
<context>
    <name>IssueOpening</name>
    <message>
        <source>Import an issue</source>
        <translation>Nhập một số bản tin</translation>
    </message>
    <message>
        <source>Bulletin Markdown (*.md)</source>
        <translation>Bulletin Markdown (*.md)</translation>
    </message>
    <message>
        <source>Issue {} is in the store already.</source>
        <translation>Số {} đã có trong kho.</translation>
    </message>
    <message>
        <source>Replacing it discards what was written in it before.</source>
        <translation>Thay thế sẽ bỏ nội dung đã soạn trước đây trong số đó.</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Thay thế</translation>
    </message>
    <message>
        <source>Open the one in the store</source>
        <translation>Mở số đang có trong kho</translation>
    </message>
</context>
<context>
    <name>IssueRows</name>
    <message>
        <source>Issue</source>
        <translation>Số</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Kỳ tin</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Số bài</translation>
    </message>
</context>
<context>
    <name>IssueTable</name>
    <message>
        <source>Find by number, date or status</source>
        <translation>Tìm theo số, ngày hoặc trạng thái</translation>
    </message>
</context>
<context>
    <name>LayoutChooser</name>
    <message>
        <source>One large picture in a row</source>
        <translation>Mỗi hàng một ảnh lớn</translation>
    </message>
    <message>
        <source>Two pictures in a row</source>
        <translation>Mỗi hàng hai ảnh</translation>
    </message>
    <message>
        <source>Three pictures in a row</source>
        <translation>Mỗi hàng ba ảnh</translation>
    </message>
    <message>
        <source>Four pictures in a row</source>
        <translation>Mỗi hàng bốn ảnh</translation>
    </message>
    <message>
        <source>One tall picture beside two</source>
        <translation>Một ảnh cao cạnh hai ảnh</translation>
    </message>
</context>
<context>
    <name>LibraryWindow</name>
    <message>
        <source>Picture library</source>
        <translation>Kho ảnh</translation>
    </message>
    <message>
        <source>Delete unused pictures</source>
        <translation>Xóa ảnh không dùng</translation>
    </message>
    <message>
        <source>There are no unused pictures.</source>
        <translation>Không có ảnh nào không dùng.</translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln unused picture(s), {}?</source>
        <translation>
            <numerusform>Xóa %Ln ảnh không dùng, {}?</numerusform>
        </translation>
    </message>
    <message>
        <source>No issue uses them, not even one in the trash. This cannot be undone. The room they leave in the store is used for later pictures.</source>
        <translation>Không số nào dùng những ảnh này, kể cả số trong thùng rác. Đã xóa thì không lấy lại được. Chỗ trống trong tệp kho được dùng cho các ảnh sau.</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Xóa vĩnh viễn</translation>
    </message>
    <message>
        <source>Find by caption, headline, issue or day</source>
        <translation>Tìm theo chú thích, tiêu đề, số hoặc ngày</translation>
    </message>
    <message>
        <source>Which pictures are shown</source>
        <translation>Hiện những ảnh nào</translation>
    </message>
    <message>
        <source>All pictures</source>
        <translation>Tất cả ảnh</translation>
    </message>
    <message>
        <source>In this issue</source>
        <translation>Trong số này</translation>
    </message>
    <message>
        <source>Unused</source>
        <translation>Không dùng</translation>
    </message>
    <message>
        <source>&amp;Use in the article</source>
        <translation>&amp;Chèn vào bài</translation>
    </message>
    <message>
        <source>Use as &amp;cover</source>
        <translation>&amp;Dùng làm ảnh bìa</translation>
    </message>
    <message>
        <source>&amp;Add pictures…</source>
        <translation>&amp;Thêm ảnh…</translation>
    </message>
    <message>
        <source>&amp;Delete unused pictures…</source>
        <translation>&amp;Xóa ảnh không dùng…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s)</source>
        <translation>
            <numerusform>%Ln ảnh</numerusform>
        </translation>
    </message>
    <message>
        <source>Open an article first: the pictures go to its cursor.</source>
        <translation>Hãy mở một bài trước: ảnh được chèn vào chỗ con trỏ trong bài.</translation>
    </message>
    <message>
        <source>Open an issue that can be changed first.</source>
        <translation>Hãy mở một số còn sửa được trước.</translation>
    </message>
    <message>
        <source>There are no pictures yet. Drop picture files here, or choose “Add pictures…”.</source>
        <translation>Chưa có ảnh nào. Kéo tệp ảnh vào đây, hoặc bấm “Thêm ảnh…”.</translation>
    </message>
    <message>
        <source>No picture is found.</source>
        <translation>Không tìm thấy ảnh nào.</translation>
    </message>
    <message>
        <source>There are no pictures of this kind.</source>
        <translation>Không có ảnh nào thuộc loại này.</translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message>
        <source>Link</source>
        <translation>Liên kết</translation>
    </message>
    <message>
        <source>&amp;Remove the link</source>
        <translation>&amp;Bỏ liên kết</translation>
    </message>
    <message>
        <source>This is not an address: write it like https://…, mailto:… or tel:…</source>
        <translation>Đây không phải là địa chỉ: hãy viết theo dạng https://…, mailto:… hoặc tel:…</translation>
    </message>
    <message>
        <source>&amp;Text:</source>
        <translation>&amp;Chữ hiển thị:</translation>
    </message>
    <message>
        <source>&amp;Address:</source>
        <translation>Đị&amp;a chỉ:</translation>
    </message>
</context>
<context>
    <name>LockedBar</name>
    <message>
        <source>This issue has been published: it can be read, and not changed.</source>
        <translation>Số này đã phát hành: chỉ đọc, không sửa được.</translation>
    </message>
    <message>
        <source>Reopen it to change it</source>
        <translation>Mở lại để sửa</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Outline</source>
        <translation>Bố cục</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Xem trước</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Kiểm tra</translation>
    </message>
    <message>
        <source>Change the status</source>
        <translation>Đổi trạng thái</translation>
    </message>
    <message>
        <source>Bulletin Editor</source>
        <translation>Soạn bản tin</translation>
    </message>
</context>
<context>
    <name>MastheadPage</name>
    <message>
        <source>Parent agency</source>
        <translation>Cơ quan chủ quản</translation>
    </message>
    <message>
        <source>Publishing agency</source>
        <translation>Cơ quan phát hành</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Tên bản tin</translation>
    </message>
    <message>
        <source>Subtitle</source>
        <translation>Dòng phụ</translation>
    </message>
    <message>
        <source>A line of the subtitle per line</source>
        <translation>Mỗi dòng phụ một dòng</translation>
    </message>
    <message>
        <source>Running header</source>
        <translation>Đầu trang</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Liên kết</translation>
    </message>
    <message>
        <source>One link per line, such as https://…</source>
        <translation>Mỗi liên kết một dòng, ví dụ https://…</translation>
    </message>
</context>
<context>
    <name>NewIssueDialog</name>
    <message>
        <source>New issue</source>
        <translation>Số mới</translation>
    </message>
    <message>
        <source>Issue number</source>
        <translation>Số thứ tự</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Năm</translation>
    </message>
    <message>
        <source>First day of the period</source>
        <translation>Ngày đầu của kỳ tin</translation>
    </message>
    <message>
        <source>Last day of the period</source>
        <translation>Ngày cuối của kỳ tin</translation>
    </message>
    <message>
        <source>&amp;Begin issue</source>
        <translation>&amp;Tạo số mới</translation>
    </message>
    <message>
        <source>Number and period among the other issues</source>
        <translation>Số thứ tự và kỳ tin so với các số khác</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>Số</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Kỳ tin</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Chuyên mục</translation>
    </message>
    <message>
        <source>Nothing speaks against this number and period.</source>
        <translation>Số thứ tự và kỳ tin này không có gì vướng.</translation>
    </message>
</context>
<context>
    <name>OutlineModel</name>
    <message>
        <source>Change the headline</source>
        <translation>Đổi tiêu đề</translation>
    </message>
    <message>
        <source>Rename the section</source>
        <translation>Đổi tên chuyên mục</translation>
    </message>
    <message>
        <source>Move the article</source>
        <translation>Chuyển bài</translation>
    </message>
    <message>
        <source>Move the section</source>
        <translation>Chuyển chuyên mục</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>Trang bìa</translation>
    </message>
    <message>
        <source>has errors</source>
        <translation>có lỗi</translation>
    </message>
    <message>
        <source>has warnings</source>
        <translation>có cảnh báo</translation>
    </message>
    <message>
        <source>has hints</source>
        <translation>có gợi ý</translation>
    </message>
</context>
<context>
    <name>OutlinePanel</name>
    <message>
        <source>Outline of the issue</source>
        <translation>Bố cục của số</translation>
    </message>
    <message>
        <source>Move the article</source>
        <translation>Chuyển bài</translation>
    </message>
    <message>
        <source>Move the section</source>
        <translation>Chuyển chuyên mục</translation>
    </message>
</context>
<context>
    <name>PagesView</name>
    <message>
        <source>Pages of the issue</source>
        <translation>Các trang của số</translation>
    </message>
</context>
<context>
    <name>PasteBar</name>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Undo what was changed in the pasted text</source>
        <translation>Hoàn tác phần đã đổi trong đoạn vừa dán</translation>
    </message>
    <message>
        <source>Close this line</source>
        <translation>Đóng dòng này</translation>
    </message>
</context>
<context>
    <name>PictureDetails</name>
    <message>
        <source>Large view</source>
        <translation>Ảnh phóng lớn</translation>
    </message>
    <message>
        <source>Where it is used</source>
        <translation>Nơi dùng ảnh</translation>
    </message>
    <message>
        <source>&amp;Used in:</source>
        <translation>Dùn&amp;g ở:</translation>
    </message>
    <message>
        <source>No issue uses this picture.</source>
        <translation>Không số nào dùng ảnh này.</translation>
    </message>
</context>
<context>
    <name>PictureDialog</name>
    <message>
        <source>Edit picture</source>
        <translation>Chỉnh ảnh</translation>
    </message>
    <message>
        <source>crop</source>
        <translation>cắt ảnh</translation>
    </message>
    <message>
        <source>turning</source>
        <translation>xoay</translation>
    </message>
    <message>
        <source>straightening</source>
        <translation>làm thẳng</translation>
    </message>
    <message>
        <source>brightness</source>
        <translation>độ sáng</translation>
    </message>
    <message>
        <source>contrast</source>
        <translation>độ tương phản</translation>
    </message>
    <message>
        <source>focus</source>
        <translation>điểm cần giữ</translation>
    </message>
    <message>
        <source>alternative text</source>
        <translation>văn bản thay thế</translation>
    </message>
    <message>
        <source>The picture was changed</source>
        <translation>Ảnh đã được chỉnh</translation>
    </message>
    <message>
        <source>Closing now throws these changes away: {}.</source>
        <translation>Nếu đóng bây giờ, các thay đổi sau sẽ mất: {}.</translation>
    </message>
    <message>
        <source>Take the changes</source>
        <translation>Giữ các thay đổi</translation>
    </message>
    <message>
        <source>Discard the changes</source>
        <translation>Bỏ các thay đổi</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>Chỉnh tiếp</translation>
    </message>
</context>
<context>
    <name>PictureEditing</name>
    <message>
        <source>The picture was not changed: it is no longer in the issue.</source>
        <translation>Chưa sửa ảnh: ảnh không còn trong số này.</translation>
    </message>
    <message>
        <source>Edit picture</source>
        <translation>Chỉnh ảnh</translation>
    </message>
    <message>
        <source>One picture, as wide as the text</source>
        <translation>Một ảnh, rộng hết khổ chữ</translation>
    </message>
    <message>
        <source>Two in a row</source>
        <translation>Hai ảnh một hàng</translation>
    </message>
    <message>
        <source>Three in a row</source>
        <translation>Ba ảnh một hàng</translation>
    </message>
    <message>
        <source>Four in a row</source>
        <translation>Bốn ảnh một hàng</translation>
    </message>
    <message>
        <source>Tall, beside two</source>
        <translation>Ảnh cao, cạnh hai ảnh</translation>
    </message>
    <message>
        <source>Beside a tall one</source>
        <translation>Ảnh nhỏ, cạnh ảnh cao</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>Trang bìa</translation>
    </message>
</context>
<context>
    <name>PictureInserting</name>
    <message>
        <source>The pictures were not inserted: the article they were meant for is gone.</source>
        <translation>Chưa chèn ảnh: bài cần chèn không còn nữa.</translation>
    </message>
    <message>
        <source>Change the cover picture</source>
        <translation>Đổi ảnh bìa</translation>
    </message>
    <message>
        <source>Insert pictures</source>
        <translation>Chèn ảnh</translation>
    </message>
    <message numerus="yes">
        <source>In this issue already: %n pictures ({})</source>
        <translation>
            <numerusform>Đã có trong số này: %n ảnh ({})</numerusform>
        </translation>
    </message>
    <message>
        <source>cover</source>
        <translation>trang bìa</translation>
    </message>
    <message>
        <source>The pictures were not inserted: the issue they were meant for is not open.</source>
        <translation>Chưa chèn ảnh: số bản tin cần chèn hiện không mở.</translation>
    </message>
</context>
<context>
    <name>PictureIntake</name>
    <message>
        <source>Choose pictures</source>
        <translation>Chọn ảnh</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>Chọn ảnh</translation>
    </message>
    <message>
        <source>Pictures ({})</source>
        <translation>Ảnh ({})</translation>
    </message>
    <message>
        <source>Reading the picture…</source>
        <translation>Đang đọc ảnh…</translation>
    </message>
    <message>
        <source>Reading picture {} of {}…</source>
        <translation>Đang đọc ảnh {}/{}…</translation>
    </message>
</context>
<context>
    <name>PictureLibrary</name>
    <message>
        <source>Not used</source>
        <translation>Không dùng</translation>
    </message>
    <message>
        <source>{} and %n more</source>
        <translation>{} và %n số khác</translation>
    </message>
    <message>
        <source>An article without a headline</source>
        <translation>Bài chưa có tiêu đề</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>Trang bìa</translation>
    </message>
    <message>
        <source>{} (in the trash)</source>
        <translation>{} (trong thùng rác)</translation>
    </message>
    <message>
        <source>Came on {}</source>
        <translation>Thêm lúc {}</translation>
    </message>
    <message>
        <source>Emblem of the agency</source>
        <translation>Biểu trưng của cơ quan</translation>
    </message>
</context>
<context>
    <name>PictureRowPanel</name>
    <message>
        <source>Keyboard: F2 or Tab goes from the text into the pictures, Esc back.</source>
        <translation>Bằng bàn phím: F2 hoặc Tab để đi từ văn bản vào ảnh, Esc để trở lại.</translation>
    </message>
    <message>
        <source>Caption of the pictures</source>
        <translation>Chú thích ảnh</translation>
    </message>
    <message>
        <source>Write a caption…</source>
        <translation>Viết chú thích ảnh…</translation>
    </message>
    <message>
        <source>Credit of the pictures</source>
        <translation>Tác giả ảnh</translation>
    </message>
    <message>
        <source>Who took the pictures</source>
        <translation>Người chụp, nơi cung cấp ảnh</translation>
    </message>
    <message>
        <source>Add pictures to the row</source>
        <translation>Thêm ảnh vào cụm</translation>
    </message>
    <message>
        <source>Remove the row</source>
        <translation>Bỏ cụm ảnh</translation>
    </message>
    <message>
        <source>{} dpi</source>
        <translation>{} dpi</translation>
    </message>
    <message>
        <source>Photo:</source>
        <translation>Ảnh:</translation>
    </message>
    <message>
        <source>Alternative text of picture {}</source>
        <translation>Văn bản thay thế của ảnh {}</translation>
    </message>
    <message>
        <source>What the picture shows…</source>
        <translation>Văn bản thay thế: trong ảnh có gì…</translation>
    </message>
    <message>
        <source>Move picture</source>
        <translation>Chuyển ảnh</translation>
    </message>
    <message>
        <source>Remove picture</source>
        <translation>Bỏ ảnh</translation>
    </message>
</context>
<context>
    <name>PictureRows</name>
    <message>
        <source>Remove pictures</source>
        <translation>Bỏ cụm ảnh</translation>
    </message>
    <message>
        <source>Arrange pictures</source>
        <translation>Xếp lại ảnh</translation>
    </message>
</context>
<context>
    <name>PictureShelf</name>
    <message>
        <source>Pictures</source>
        <translation>Các ảnh</translation>
    </message>
</context>
<context>
    <name>PictureTools</name>
    <message>
        <source>Turn &amp;left</source>
        <translation>Xoay &amp;trái</translation>
    </message>
    <message>
        <source>Turn &amp;right</source>
        <translation>Xoay &amp;phải</translation>
    </message>
    <message>
        <source>Straighten</source>
        <translation>Làm thẳng</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>Độ sáng</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Tương phản</translation>
    </message>
    <message>
        <source>Focus in the &amp;middle</source>
        <translation>Điể&amp;m cần giữ ở giữa</translation>
    </message>
    <message>
        <source>&amp;Back to the original</source>
        <translation>Trở về ảnh &amp;gốc</translation>
    </message>
    <message>
        <source>Alternative text</source>
        <translation>Văn bản thay thế</translation>
    </message>
    <message>
        <source>What the picture shows…</source>
        <translation>Ảnh cho thấy gì…</translation>
    </message>
    <message>
        <source>Resolution in print</source>
        <translation>Độ phân giải khi in</translation>
    </message>
    <message>
        <source>In print: {} dpi</source>
        <translation>Khi in: {} dpi</translation>
    </message>
    <message>
        <source>Too few pixels: the picture will look blurred.</source>
        <translation>Quá ít điểm ảnh: ảnh in ra sẽ mờ.</translation>
    </message>
    <message>
        <source>Shape of the crop</source>
        <translation>Tỷ lệ khung cắt</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Tự do</translation>
    </message>
    <message>
        <source>As here: {}</source>
        <translation>Như ở đây: {}</translation>
    </message>
    <message>
        <source>&amp;Crop to</source>
        <translation>&amp;Cắt theo</translation>
    </message>
    <message>
        <source>&amp;Straighten</source>
        <translation>&amp;Làm thẳng</translation>
    </message>
    <message>
        <source>Bri&amp;ghtness</source>
        <translation>Độ &amp;sáng</translation>
    </message>
    <message>
        <source>C&amp;ontrast</source>
        <translation>Tươ&amp;ng phản</translation>
    </message>
    <message>
        <source>&amp;Alternative text</source>
        <translation>&amp;Văn bản thay thế</translation>
    </message>
    <message>
        <source>Click on what must stay in sight. The dashed frame shows what the page leaves of the picture.</source>
        <translation>Bấm vào chỗ không được cắt mất. Khung nét đứt là phần ảnh hiện trên trang.</translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>Picture {}</source>
        <translation>Ảnh {}</translation>
    </message>
    <message>
        <source>Edit picture {}</source>
        <translation>Chỉnh ảnh {}</translation>
    </message>
    <message>
        <source>Move picture {} left</source>
        <translation>Chuyển ảnh {} sang trái</translation>
    </message>
    <message>
        <source>Move picture {} right</source>
        <translation>Chuyển ảnh {} sang phải</translation>
    </message>
    <message>
        <source>Remove picture {}</source>
        <translation>Bỏ ảnh {}</translation>
    </message>
</context>
<context>
    <name>PreviewPanel</name>
    <message>
        <source>Page number</source>
        <translation>Số trang</translation>
    </message>
    <message>
        <source>Zoom in percent</source>
        <translation>Mức phóng (phần trăm)</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>Vừa chiều rộng</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Trang trước</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Trang sau</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Trang</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Thu nhỏ</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Phóng to</translation>
    </message>
    <message>
        <source>Why the pages are not up to date</source>
        <translation>Vì sao các trang chưa được cập nhật</translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source>That did not work</source>
        <translation>Không thực hiện được</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Bulletin Editor</source>
        <translation>Soạn bản tin</translation>
    </message>
</context>
<context>
    <name>ProgramPage</name>
    <message>
        <source>As the computer is set</source>
        <translation>Theo máy tính</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Sáng</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Tối</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Ngôn ngữ</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Giao diện</translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>Stop</source>
        <translation>Dừng</translation>
    </message>
</context>
<context>
    <name>SaveLabel</name>
    <message>
        <source>Saving</source>
        <translation>Tình trạng lưu</translation>
    </message>
    <message>
        <source>NOT SAVED, trying again: {}</source>
        <translation>CHƯA LƯU ĐƯỢC, đang thử lại: {}</translation>
    </message>
    <message>
        <source>NOT SAVED, trying again</source>
        <translation>CHƯA LƯU ĐƯỢC, đang thử lại</translation>
    </message>
    <message>
        <source>Saved at {}</source>
        <translation>Đã lưu lúc {}</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Đang lưu…</translation>
    </message>
</context>
<context>
    <name>SectionLabels</name>
    <message>
        <source>Sections of the new issue</source>
        <translation>Các chuyên mục của số mới</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>Thê&amp;m</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>Đổi tê&amp;n</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>&amp;Gỡ bỏ</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>Lên t&amp;rên</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>&amp;Xuống dưới</translation>
    </message>
    <message>
        <source>Another section</source>
        <translation>Thêm chuyên mục khác</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Agency and template</source>
        <translation>Mẫu và thông tin cơ quan</translation>
    </message>
    <message>
        <source>What went wrong</source>
        <translation>Điều chưa thực hiện được</translation>
    </message>
    <message>
        <source>&amp;Masthead</source>
        <translation>&amp;Măng-sét</translation>
    </message>
    <message>
        <source>&amp;Imprint</source>
        <translation>&amp;Thông tin xuất bản</translation>
    </message>
    <message>
        <source>Em&amp;blem</source>
        <translation>&amp;Biểu trưng</translation>
    </message>
    <message>
        <source>&amp;Design</source>
        <translation>Mẫ&amp;u trình bày</translation>
    </message>
    <message>
        <source>P&amp;rogram</source>
        <translation>Chươn&amp;g trình</translation>
    </message>
    <message>
        <source>Rese&amp;t</source>
        <translation>Đặt &amp;lại</translation>
    </message>
    <message>
        <source>Back to how the agency was when this window was opened</source>
        <translation>Trở lại như lúc mở cửa sổ này</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Đó&amp;ng</translation>
    </message>
</context>
<context>
    <name>Structure</name>
    <message>
        <source>New article</source>
        <translation>Thêm bài</translation>
    </message>
    <message>
        <source>New section</source>
        <translation>Thêm chuyên mục</translation>
    </message>
    <message>
        <source>Duplicate the article</source>
        <translation>Nhân bản bài</translation>
    </message>
    <message>
        <source>Delete the article</source>
        <translation>Xóa bài</translation>
    </message>
    <message>
        <source>Delete the section</source>
        <translation>Xóa chuyên mục</translation>
    </message>
</context>
<context>
    <name>ToolBar</name>
    <message>
        <source>More tools</source>
        <translation>Công cụ khác</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Welcome</source>
        <translation>Chào mừng</translation>
    </message>
    <message>
        <source>Write the weekly bulletin here; the pages at the right show it as it will be printed. Everything is saved by itself.</source>
        <translation>Soạn bản tin hằng tuần tại đây; các trang bên phải hiện đúng như khi in. Mọi thứ được tự động lưu.</translation>
    </message>
    <message>
        <source>Create the first issue</source>
        <translation>Tạo số đầu tiên</translation>
    </message>
    <message>
        <source>Number, week and sections are proposed.</source>
        <translation>Số, tuần và chuyên mục được đề xuất sẵn.</translation>
    </message>
    <message>
        <source>Open the sample issue</source>
        <translation>Mở số mẫu</translation>
    </message>
    <message>
        <source>A finished issue to look at and to try things on.</source>
        <translation>Một số đã hoàn chỉnh để xem và thử các chức năng.</translation>
    </message>
    <message>
        <source>Import from a file</source>
        <translation>Nhập từ tệp</translation>
    </message>
    <message>
        <source>An issue in Bulletin Markdown.</source>
        <translation>Một số bản tin ở dạng Bulletin Markdown.</translation>
    </message>
</context>
<context>
    <name>WindowClosing</name>
    <message>
        <source>Not everything has come in</source>
        <translation>Còn nội dung chưa vào bài</translation>
    </message>
    <message>
        <source>Pictures or pasted text are still being read. Closing now leaves them out.</source>
        <translation>Ảnh hoặc phần vừa dán còn đang được đọc. Đóng cửa sổ lúc này thì phần đó bị bỏ.</translation>
    </message>
    <message>
        <source>Close without them</source>
        <translation>Đóng, bỏ phần đó</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Chưa lưu</translation>
    </message>
    <message>
        <source>The last changes could not be saved.</source>
        <translation>Chưa lưu được những thay đổi cuối cùng.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Thử lại</translation>
    </message>
    <message>
        <source>Close and lose the changes</source>
        <translation>Đóng và bỏ các thay đổi</translation>
    </message>
    <message>
        <source>Keep the window open</source>
        <translation>Giữ cửa sổ mở</translation>
    </message>
</context>
</TS>
