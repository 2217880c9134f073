// Owns the page a browser gets while the interface has not been built.
export const notBuiltPage = `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="5">
<title>Kidsmart – chưa dựng giao diện</title>
<style>
body{margin:0;min-height:100vh;display:grid;place-items:center;font:1.125rem/1.6 system-ui,sans-serif;background:#f4f7fb;color:#1d2b3a}
main{max-width:34rem;padding:2.5rem;background:#fff;border-radius:1rem;box-shadow:0 .5rem 2rem #1d2b3a1a}
h1{font-size:1.5rem;margin:0 0 1rem}
code{background:#eef2f7;padding:.15rem .5rem;border-radius:.4rem}
</style>
</head>
<body>
<main>
<h1>Máy chủ đang chạy, nhưng chưa có giao diện</h1>
<p>Các máy trạm vẫn kết nối và dữ liệu vẫn được lưu an toàn.</p>
<p>Hãy chạy <code>npm run build</code> trong thư mục Kidsmart. Trang này tự tải lại khi xong.</p>
<p lang="en"><small>The hub is running, but its pages are not built yet: run <code>npm run build</code>.</small></p>
</main>
</body>
</html>
`;
