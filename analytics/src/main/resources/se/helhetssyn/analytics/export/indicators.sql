SELECT * FROM mart.indicator_value
