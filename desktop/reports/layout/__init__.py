"""The Persian layout engine on ReportLab's canvas: paragraphs, tables, charts, pages."""
