"""Which builder makes a point of which shape: the names that rules of label TIME_POINT give in `resolve`."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from vanthu.times import calendar_points, feast_points, issue_points, part_points
from vanthu.times.points import Groups, Point

SHAPES: Mapping[str, Callable[[Groups], Point | None]] = {
    "day": calendar_points.day_point,
    "bare_day": calendar_points.bare_day_point,
    "month": calendar_points.month_point,
    "quarter": calendar_points.quarter_point,
    "months": calendar_points.months_point,
    "year": calendar_points.year_point,
    "school_year": calendar_points.school_year_point,
    "some_days": part_points.some_days_point,
    "week": part_points.week_point,
    "third": part_points.third_point,
    "edge": part_points.edge_point,
    "quarter_month": calendar_points.quarter_month_point,
    "lunar": feast_points.lunar_point,
    "tet": feast_points.tet_point,
    "feast": feast_points.feast_point,
    "week_day": issue_points.week_day_point,
    "month_day": issue_points.month_day_point,
    "today": issue_points.today_point,
    "issue": issue_points.issue_point,
    "relative": issue_points.relative_point,
}
