SELECT table_name, side, reason, rows_affected FROM mart.quality_summary
