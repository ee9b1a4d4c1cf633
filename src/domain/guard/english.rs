//! English words that judge or guess.

use super::vocabulary::Words;

pub(super) const WORDS: Words = Words {
    judging: "good better best great greatly excellent* amazing* awesome wonderful* fantastic* terrific outstanding* \
        superb* brilliant* nice nicely nicer lovely beautiful* impressive* effective* ineffective* poorly bad badly worse worst weakly \
        weakness* terrible terribly horrible horribly awful* mediocre lackluster lack lacks lacked lacking inadequate* adequate* appropriate \
        appropriately inappropriate* successful* unsuccessful* succeed* fail failed fails failing failure struggl* productive_struggle \
        should shouldnt shouldve ought ought_to must could_be could_have couldve could_use could_improve would_be_better \
        would_be_good would_have_been would_benefit needs_to need_to needs_more need_more needs_work needed_to needed_more \
        has_to_improve obvious* clearly evidently undoubtedly certainly of_course unfortunate* fortunately sadly luckily disappointing* \
        superficial* shallow meaningful* rigor* productive* unproductive* well lazy rude rudely polite politely impolite respectful* \
        disrespectful* chaotic chaos disorgan* unorganized messy unprepared unclear confusing* boring interesting* fun \
        creative creatively helpful* unhelpful useful* useless valuable powerful* thoughtful* insightful* capable incapable mastered masters mastery \
        master_the deserv* satisfactor* unsatisfactor* acceptabl* unacceptabl* sufficient* insufficient* improper* properly \
        improv* ideal ideally exemplary robust unprofessional* professionally skillful* skilled talented immature mature \
        misbehav* disruptive naughty behaved off_task on_task not_enough too_long too_short too_fast too_slow too_slowly too_quick \
        too_quickly too_much too_many too_few too_little too_hard too_easy too_loud too_quiet too_late too_early too_often \
        too_big too_small too_high too_low too_difficult too_advanced too_simple too_noisy too_rushed worked_hard working_hard work_hard \
        works_hard tried_hard took_ownership take_ownership taking_ownership takes_ownership ownership low_rigor high_rigor \
        low_expectations high_expectations low_quality high_quality low_energy high_energy low_level high_level \
        welcoming supportive encouraging caring friendly nurturing inviting cute sweet charming passive passively actively wasted waste_of \
        unnecessar* pointless irrelevant lively vibrant dull sloppy careless* haphazard* smoothly seamless* flawless* \
        masterful* engaging surprisingly surprising remarkabl* exceptional* stellar incredible incredibly fabulous \
        not_good minimal limited uninspir* monoton* teacher_centered smart smartly smarter perfectly unfair unfairly \
        stood_out love_how love_the_way kudos bravo best_practice",
    judging_said_of: "warm cold specific vague organized prepared fair rich poor hard easy right wrong smooth slow fast quick loose tight \
        high low flat sharp kind mean harsh firm deep deeper dry clear strong stronger strongest weak weaker weakest perfect patient \
        impatient strict solid positive negative loud noisy wild crazy bright quiet_and professional relevant authentic rushed \
        consistent inconsistent intentional purposeful cozy safe_and difficult challenging simple basic competent efficient inefficient \
        gentle polished sound average typical normal special real proper decent okay fine ready_for",
    guessing: "engag* disengag* unengag* bored boredom motivat* unmotivat* interested uninterested disinterest* interest_in confused \
        confusion understand* understood misunderstand* misunderst* comprehen* know knew knows known_how didnt_know dont_know \
        i_think i_feel i_believe i_guess i_suspect i_assume they_think they_thought he_thinks she_thinks he_thought she_thought students_think students_thought kids_think teacher_thinks teacher_thought \
        want wants wanted wanting didnt_want doesnt_want trying tried_to tries_to try_to felt feel feels feeling \
        didnt_feel_* feels_* felt_* enjoy* likes liked liking love loved loves loving hate hated hates dislike* excite* excitement happy unhappy happily sad glad \
        proud proudly pride nervous* anxious* anxiety worried worry worries worrying scared afraid fear* shy shyly embarrass* ashamed shame frustrat* \
        upset angry angrily annoyed irritated tired sleepy exhausted eager* enthusias* reluctan* hesitant* curious curiosity \
        focused unfocused distracted inattentiv* attentive* paying_attention pay_attention paid_attention \
        aware unaware realiz* realis* remember* forgot forgets forgotten believe believes believed believing hope hopes hoped hoping \
        hopeful* wish wishes wished intend* intent intention intentions meant_to care_about cares_about cared_about doesnt_care dont_care didnt_care \
        trust trusts trusted doesnt_trust dont_trust didnt_trust uncomfortabl* comfortabl* ignor* get_it got_it gets_it got_lost getting_it passionate* \
        passion seem_* seems_* seemed_* seem seems seemed appeared_* appears_* appear_to confident* confidence overwhelm* stressed stressful relaxed puzzled perplexed unsure uncertain prefer* \
        unwilling* willing willingly grasp grasped grasps learned learnt appreciat* invested assum* surprised pretend* pleased disappointed \
        impressed joyful* joy absorbed immersed hooked captivated zoned_out daydream* tuned_out lost_interest at_ease \
        self_conscious fascinated intrigued amused indifferent apathetic apathy timid* insecure* secure lonely jealous \
        determined wanted_to decided_to had_no_idea figured_out_that thinks_that thought_that loses_interest lost_focus lose_focus lost_half lost_them lost_most lost_some lost_the_class lost_the_kids lost_kids concentrat* expects expected interest_level",
    guessing_said_of: "calm lost safe mad stuck nervous ready_to certain sure serious cheerful restless checked_out hungry thirsty stressed",
    harmless: "good_morning good_afternoon good_friday good_night good_evening good_bye good_deed* best_copy best_guess best_friend* best_buy better_buy \
        good_reader* good_writer* good_citizen* great_depression great_lakes great_wall great_britain great_plains great_white \
        great_grand* greatest_common nice_to_meet smart_board smartboard smart_goal* smart_tv smart_phone* smart_watch* \
        fair_share* science_fair book_fair rough_draft right_angle* right_triangle* right_hand right_side wrong_answer* \
        perfect_square* interest_inventor* interest_rate* interest_survey feelings_chart feeling_word* feelings* felt_board* felt_piece* \
        felt_tip* think_pair think_time think_aloud* strong_verb* strong_word* strong_base* strong_acid* as_well water_well wishing_well \
        lost_and_found lost_tooth lost_teeth clear_plastic clear_water clear_tape clear_cup* clear_bin* clear_the clear_desk* clear_your \
        must_have_list want_ad* wants_and_needs needs_and_wants hopes_and_dreams know_want growth_mindset love_letter* \
        hard_copy hard_cover* high_school middle_school low_tide high_tide high_five* high_frequency mean_median mean_mode \
        well_water real_number* master_schedule masters_degree fun_fact* fun_friday fun_run creative_writing passive_voice active_voice \
        worst_case deep_sea deep_breath* negative_number* positive_number* positive_and_negative simple_machine* limited_liability \
        fear_factor comprehension_question* comprehension_packet comprehension_check* reading_comprehension check_for_understanding checked_for_understanding \
        checking_for_understanding checks_for_understanding learned_column engage_ny engageny inside_out got_it_wrong got_it_right expected_value pride_month bad_weather ownership_of_land \
        rigor_mortis strong_wind* strong_magnet* known_as know_your well_known focused_note* limited_edition bill_of_rights",
};
