/// A small system of linear equations, solved by Gaussian elimination with partial pivoting.
enum LinearSystem {
    /// The solution of matrix × x = right side; nil when the matrix is singular to working precision.
    static func solution(of matrix: [[Double]], equals rightSide: [Double]) -> [Double]? {
        var rows = zip(matrix, rightSide).map { $0 + [$1] }
        let number = rows.count
        let scale = matrix.joined().reduce(0) { max($0, $1.magnitude) }
        for column in 0..<number {
            var pivot = column
            for row in column..<number where rows[row][column].magnitude > rows[pivot][column].magnitude {
                pivot = row
            }
            guard rows[pivot][column].magnitude > 1e-13 * scale else { return nil }
            rows.swapAt(column, pivot)
            for row in (column + 1)..<max(number, column + 1) {
                let factor = rows[row][column] / rows[column][column]
                guard factor != 0 else { continue }
                for index in column...number {
                    rows[row][index] -= factor * rows[column][index]
                }
            }
        }
        var solution = [Double](repeating: 0, count: number)
        for row in (0..<number).reversed() {
            let known = ((row + 1)..<max(number, row + 1)).reduce(0) { $0 + rows[row][$1] * solution[$1] }
            solution[row] = (rows[row][number] - known) / rows[row][row]
        }
        return solution
    }
}
