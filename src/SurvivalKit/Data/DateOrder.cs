namespace SurvivalKit;

/// <summary>The order in which dates in numbers are written, where their year does not come first with four digits.</summary>
public enum DateOrder
{
    /// <summary>Day, month, year: 24/06/2019, 24.6.19.</summary>
    DayMonthYear,

    /// <summary>Month, day, year: 06/24/2019.</summary>
    MonthDayYear,

    /// <summary>Year, month, day: 2019-06-24, and of two digits 19/06/24.</summary>
    YearMonthDay,
}
