use super::*;

fn numbers(column: &[u8], count: usize) -> Result<Vec<Option<u64>>, Unfit> {
    let mut runs = Runs::<u64>::of(column);
    (0..count).map(|_| runs.next()).collect()
}

#[test]
fn runs_literals_and_gaps_are_read_as_automerge_writes_them() {
    // A run of two 5s, two nulls, then the literals 1 and 2.
    let column = [2, 5, 0, 2, 0x7e, 1, 2];
    let read = numbers(&column, 6).expect("reads");
    assert_eq!(read, [Some(5), Some(5), None, None, Some(1), Some(2)]);
    assert_eq!(numbers(&column, 7), Err(Unfit::Encoding));
    assert_eq!(numbers(&[], 2), Ok(vec![None, None]));
}

#[test]
fn a_number_has_one_spelling_and_fits() {
    assert_eq!(Bytes::of(&[0xe5, 0x8e, 0x26]).unsigned(), Ok(624_485));
    assert_eq!(Bytes::of(&[0x80, 0]).unsigned(), Err(Unfit::Encoding));
    let most = [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1];
    assert_eq!(Bytes::of(&most).unsigned(), Ok(u64::MAX));
    assert_eq!(Bytes::of(&[0xff; 11]).unsigned(), Err(Unfit::Encoding));
    for number in [0, 1, -1, 63, -64, 64, -65, i64::MAX, i64::MIN] {
        let mut written = Vec::new();
        let mut left = number;
        loop {
            let byte = (left & 0x7f) as u8;
            left >>= 7;
            if (left == 0 && byte & 0x40 == 0) || (left == -1 && byte & 0x40 != 0) {
                written.push(byte);
                break;
            }
            written.push(byte | 0x80);
        }
        assert_eq!(Bytes::of(&written).signed(), Ok(number));
    }
}

#[test]
fn a_column_of_ten_to_the_twelfth_gaps_costs_nothing_until_it_is_walked() {
    let column = [0, 0x80, 0xa0, 0x94, 0xa5, 0x8d, 0x1d];
    let mut runs = Runs::<u64>::of(&column);
    assert_eq!(runs.next(), Ok(None));
    assert!(!runs.is_done());
}
